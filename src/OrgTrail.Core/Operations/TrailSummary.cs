namespace OrgTrail.Operations;

/// <summary>What a trail is, for people.</summary>
internal static class TrailSummary
{
    /// <summary>A trail that is to be created, a line for each of its settings.</summary>
    public static List<string> Lines(TrailSettings settings)
    {
        List<string> lines =
        [
            $"{(settings.IsOrganizationTrail == true ? "organization" : "account")} trail {settings.Name}, {(settings.IsMultiRegionTrail == true ? "all Regions" : "one Region")}",
            $"logs go to {Folder(settings.S3BucketName, settings.S3KeyPrefix)}",
            $"log file validation {(settings.EnableLogFileValidation == true ? "on" : "off")}",
        ];
        if (settings.KmsKeyId?.Length > 0) lines.Add($"encrypted with KMS key {settings.KmsKeyId}");
        if (settings.SnsTopicName?.Length > 0) lines.Add($"SNS topic {settings.SnsTopicName}");
        if (settings.CloudWatchLogsLogGroupArn?.Length > 0) lines.Add($"events to {settings.CloudWatchLogsLogGroupArn}");
        return lines;
    }

    /// <summary>A trail that exists, on one line.</summary>
    public static string Line(Trail trail) => string.Join(", ", Lines(new()
    {
        Name = trail.Name,
        S3BucketName = trail.S3BucketName,
        S3KeyPrefix = trail.S3KeyPrefix,
        IsOrganizationTrail = trail.IsOrganizationTrail,
        IsMultiRegionTrail = trail.IsMultiRegionTrail,
        EnableLogFileValidation = trail.LogFileValidationEnabled,
        KmsKeyId = trail.KmsKeyId,
        SnsTopicName = trail.SnsTopicARN,
        CloudWatchLogsLogGroupArn = trail.CloudWatchLogsLogGroupArn,
    }));

    /// <summary>The folder that log files go to.</summary>
    public static string Folder(string? bucketName, string? prefix) =>
        $"s3://{bucketName}/{(string.IsNullOrEmpty(prefix) ? "" : prefix + "/")}AWSLogs/";
}
