using OrgTrail.Connection;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>Reads a bucket's policy.</summary>
internal static class GetBucketPolicy
{
    /// <summary>Reads the policy; a bucket without one gives an empty <see cref="BucketPolicy.Policy"/>.</summary>
    /// <exception cref="OrgTrailException"><c>InvalidBucketName</c> before anything is sent; <c>BucketNotFound</c>, <c>AccessDenied</c>.</exception>
    public static async Task<BucketPolicy> ReadAsync(CloudSession session, string? bucketName, CancellationToken cancellation)
    {
        var bucket = NamingRule.BucketName.Require(bucketName);
        return session.AttachSession(new BucketPolicy
        {
            BucketName = bucket,
            Policy = await session.Cloud.Buckets.GetPolicyAsync(bucket, cancellation) ?? "",
            IsLive = true,
        });
    }
}
