namespace OrgTrail.Benchmarks;

/// <summary>The statements of CloudTrail's documentation page, written without OrgTrail.</summary>
internal static class TrailPolicy
{
    public static object Statement(string bucket, string trail, string action, string resource, string account)
    {
        var equal = new Dictionary<string, string> { ["aws:SourceArn"] = $"arn:aws:cloudtrail:us-east-1:{account}:trail/{trail}" };
        if (action == "s3:PutObject")
            equal["s3:x-amz-acl"] = "bucket-owner-full-control";

        return new
        {
            Effect = "Allow",
            Principal = new { Service = "cloudtrail.amazonaws.com" },
            Action = action,
            Resource = $"arn:aws:s3:::{bucket}{resource}",
            Condition = new { StringEquals = equal },
        };
    }
}
