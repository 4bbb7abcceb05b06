namespace OrgTrail.Buckets;

/// <summary>Where S3 logs the requests to a bucket.</summary>
/// <param name="TargetBucket">The bucket of the access logs, in the same account and Region.</param>
/// <param name="TargetPrefix">What their keys begin with; empty for nothing, and <see langword="null"/> only when something is wanted that was not said.</param>
internal sealed record AccessLogging(string TargetBucket, string? TargetPrefix)
{
    /// <summary>Where the logs go.</summary>
    public override string ToString() => $"s3://{TargetBucket}/{TargetPrefix}";
}
