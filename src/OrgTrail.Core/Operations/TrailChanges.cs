namespace OrgTrail.Operations;

/// <summary>The differences between a trail and the settings that are asked for.</summary>
internal sealed class TrailChanges
{
    private readonly List<string> _texts = [];

    private TrailChanges()
    {
    }

    /// <summary>Each difference, for people: <c>IsMultiRegionTrail: False -> True</c>.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The settings that differ; all others are <see langword="null"/>.</summary>
    public TrailSettings Settings { get; private set; } = new();

    /// <summary>Whether the policy of the bucket or of the key has to fit something new.</summary>
    public bool ConcernDelivery =>
        Settings.S3BucketName is not null || Settings.S3KeyPrefix is not null || Settings.IsOrganizationTrail == true || Settings.KmsKeyId is { Length: > 0 };

    /// <summary>Compares what is given with what is.</summary>
    public static TrailChanges Between(Trail trail, TrailSettings wanted)
    {
        var changes = new TrailChanges();
        changes.Settings = new()
        {
            S3BucketName = changes.Text(nameof(wanted.S3BucketName), trail.S3BucketName, wanted.S3BucketName),
            S3KeyPrefix = changes.Text(nameof(wanted.S3KeyPrefix), trail.S3KeyPrefix, wanted.S3KeyPrefix),
            SnsTopicName = changes.Topic(trail.SnsTopicARN, wanted.SnsTopicName),
            IncludeGlobalServiceEvents = changes.Flag(nameof(wanted.IncludeGlobalServiceEvents), trail.IncludeGlobalServiceEvents, wanted.IncludeGlobalServiceEvents),
            IsMultiRegionTrail = changes.Flag(nameof(wanted.IsMultiRegionTrail), trail.IsMultiRegionTrail, wanted.IsMultiRegionTrail),
            IsOrganizationTrail = changes.Flag(nameof(wanted.IsOrganizationTrail), trail.IsOrganizationTrail, wanted.IsOrganizationTrail),
            EnableLogFileValidation = changes.Flag(nameof(wanted.EnableLogFileValidation), trail.LogFileValidationEnabled, wanted.EnableLogFileValidation),
            KmsKeyId = changes.Key(trail.KmsKeyId, wanted.KmsKeyId),
        };
        return changes.WithLogs(trail, wanted);
    }

    // Log group and role are set and changed together.
    private TrailChanges WithLogs(Trail trail, TrailSettings wanted)
    {
        var group = Text(nameof(wanted.CloudWatchLogsLogGroupArn), trail.CloudWatchLogsLogGroupArn, wanted.CloudWatchLogsLogGroupArn);
        var role = Text(nameof(wanted.CloudWatchLogsRoleArn), trail.CloudWatchLogsRoleArn, wanted.CloudWatchLogsRoleArn);
        if (group is not null || role is not null)
            Settings = Settings with
            {
                CloudWatchLogsLogGroupArn = wanted.CloudWatchLogsLogGroupArn,
                CloudWatchLogsRoleArn = wanted.CloudWatchLogsRoleArn,
            };
        return this;
    }

    private string? Text(string name, string? now, string? wanted) =>
        wanted is null || wanted == (now ?? "") ? null : Changed(name, now, wanted);

    private bool? Flag(string name, bool now, bool? wanted)
    {
        if (wanted is null || wanted == now) return null;
        _texts.Add($"{name}: {now} -> {wanted}");
        return wanted;
    }

    // A topic is given by name or ARN and read back as an ARN, whose last part is the name.
    private string? Topic(string? now, string? wanted) =>
        wanted?.Length > 0 && now is not null && !wanted.Contains(':') && now.EndsWith(':' + wanted, StringComparison.Ordinal)
            ? null
            : Text(nameof(TrailSettings.SnsTopicName), now, wanted);

    // A key is given by id, ARN or alias and read back as an ARN. What an alias means only KMS knows: it is sent.
    private string? Key(string? now, string? wanted) =>
        wanted?.Length > 0 && now is not null && now.EndsWith("key/" + wanted, StringComparison.Ordinal)
            ? null
            : Text(nameof(TrailSettings.KmsKeyId), now, wanted);

    private string Changed(string name, string? now, string wanted)
    {
        _texts.Add($"{name}: {Shown(now)} -> {Shown(wanted)}");
        return wanted;
    }

    private static string Shown(string? value) => string.IsNullOrEmpty(value) ? "(none)" : value;
}
