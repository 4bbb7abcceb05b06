namespace OrgTrail.Ports;

/// <summary>What lies in S3 buckets, without ever holding a listing.</summary>
internal interface IBucketObjects
{
    /// <summary>The first key behind another: one ListObjectsV2 of one key.</summary>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="prefix">What the key begins with.</param>
    /// <param name="after">The key comes behind this one in the order of UTF-8 bytes; <see langword="null"/> for the first of all.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The key; <see langword="null"/> when there is none.</returns>
    Task<string?> FindKeyAsync(string bucketName, string prefix, string? after, CancellationToken cancellation);

    /// <summary>The folders right below a prefix, as whole prefixes with their slash: ListObjectsV2 with the delimiter <c>/</c>.</summary>
    IAsyncEnumerable<string> ListFoldersAsync(string bucketName, string prefix, CancellationToken cancellation);
}
