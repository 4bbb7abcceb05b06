using OrgTrail.Ports;

namespace OrgTrail.Buckets;

/// <summary>Replaces the policy that a bucket has, unless somebody was faster.</summary>
internal static class LiveBucketPolicy
{
    /// <summary>Writes a policy. S3 knows no conditional write of policies, so the live one is read again right before.</summary>
    /// <param name="buckets">Amazon S3.</param>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="expected">The policy that the new one was made from.</param>
    /// <param name="policy">The new one.</param>
    /// <param name="beforeWrite">What is to be done first, when the policy is still the expected one.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="OrgTrailException"><c>BucketPolicyChanged</c>: the live policy is another one; nothing was written.</exception>
    internal static async Task ReplaceAsync(
        IBuckets buckets, string bucketName, string? expected, string policy, Action? beforeWrite, CancellationToken cancellation)
    {
        if (await buckets.GetPolicyAsync(bucketName, cancellation) != expected)
            throw new OrgTrailException(new Problem(
                "BucketPolicyChanged",
                ProblemKind.Conflict,
                $"Somebody changed the policy of bucket {bucketName} in the meantime; nothing was written.",
                "Run the command again: it merges into the policy as it is now."));
        beforeWrite?.Invoke();
        await buckets.PutPolicyAsync(bucketName, policy, cancellation);
    }
}
