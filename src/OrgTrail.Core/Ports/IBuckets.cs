namespace OrgTrail.Ports;

/// <summary>Amazon S3. A bucket may lie in any Region of the partition: finding it is the implementation's work.</summary>
public interface IBuckets
{
    /// <summary>The bucket's policy text; <see langword="null"/> when the bucket has none.</summary>
    /// <exception cref="OrgTrailException"><c>BucketNotFound</c>, <c>AccessDenied</c>, …</exception>
    Task<string?> GetPolicyAsync(string bucketName, CancellationToken cancellation);

    /// <summary>Replaces the bucket's policy.</summary>
    Task PutPolicyAsync(string bucketName, string policy, CancellationToken cancellation);
}
