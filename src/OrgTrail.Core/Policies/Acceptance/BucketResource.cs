namespace OrgTrail.Policies;

/// <summary>What a resource of a bucket policy is about, and what is wrong with one that is none.</summary>
internal static class BucketResource
{
    /// <summary>Whether a resource stands for a bucket, or for one and its objects.</summary>
    internal static bool MeansBuckets(string resource) => !resource.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether a resource stands for objects, or for a bucket and its objects.</summary>
    internal static bool MeansObjects(string resource) => resource.Contains('/', StringComparison.Ordinal) || resource.EndsWith('*');

    /// <summary>Why a resource is none that a policy of a bucket may have.</summary>
    internal static string Describe(string resource, string bucketArn)
    {
        var wanted = bucketArn.Split(':');
        var parts = resource.Split(':', wanted.Length);
        var bucket = wanted[^1];
        return parts switch
        {
            _ when resource == "*" => $"The resource '*' is not allowed: it must be the ARN of the bucket or its objects, {bucketArn} or {bucketArn}/*.",
            _ when resource.Contains("://", StringComparison.Ordinal) => $"The resource '{resource}' is an address, not an ARN: {bucketArn}/… is meant.",
            _ when parts.Length < wanted.Length || parts[0] != "arn" => $"The resource '{resource}' is not an ARN: it must begin with {bucketArn}.",
            [_, _, not "s3", ..] => $"The resource '{resource}' is not of Amazon S3.",
            [_, var partition, ..] when partition != wanted[1] => $"The resource '{resource}' names the partition {partition}, and the bucket lies in {wanted[1]}.",
            [_, _, _, var region, var account, _] when region.Length + account.Length > 0 => $"The resource '{resource}' names a Region or an account, which ARNs of buckets do not.",
            [.., var path] when path.Split('/')[0].IndexOfAny(['*', '?']) >= 0 => $"The resource '{resource}' has a wildcard for the name of the bucket, which is {bucket}.",
            [.., var path] => $"The resource '{resource}' names the bucket {path.Split('/')[0]}, not {bucket}.",
            _ => $"The resource '{resource}' is not {bucketArn}.",
        };
    }
}
