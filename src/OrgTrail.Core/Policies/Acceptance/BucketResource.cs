using OrgTrail.Trails;

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
        var own = Arn.Find(bucketArn)!.Value;
        return Arn.Find(resource) switch
        {
            _ when resource == "*" => $"The resource '*' is not allowed: it must be the ARN of the bucket or its objects, {bucketArn} or {bucketArn}/*.",
            _ when resource.Contains("://", StringComparison.Ordinal) => $"The resource '{resource}' is an address, not an ARN: {bucketArn}/… is meant.",
            null => $"The resource '{resource}' is not an ARN: it must begin with {bucketArn}.",
            { Service: not "s3" } => $"The resource '{resource}' is not of Amazon S3.",
            { } arn when arn.Partition != own.Partition => $"The resource '{resource}' names the partition {arn.Partition}, and the bucket lies in {own.Partition}.",
            { } arn when arn.Region.Length + arn.AccountId.Length > 0 => $"The resource '{resource}' names a Region or an account, which ARNs of buckets do not.",
            { } arn when Bucket(arn).IndexOfAny(['*', '?']) >= 0 => $"The resource '{resource}' has a wildcard for the name of the bucket, which is {own.Resource}.",
            { } arn => $"The resource '{resource}' names the bucket {Bucket(arn)}, not {own.Resource}.",
        };
    }

    private static string Bucket(Arn arn) => arn.Resource.Split('/')[0];
}
