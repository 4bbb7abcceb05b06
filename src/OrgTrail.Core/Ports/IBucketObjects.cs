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

    /// <summary>The objects below a prefix, a page after the other, in the order of UTF-8 bytes.</summary>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="prefix">What the keys begin with.</param>
    /// <param name="after">They come behind this one; <see langword="null"/> for all.</param>
    /// <param name="cancellation">Ends the listing.</param>
    IAsyncEnumerable<ListedObject> ListAsync(string bucketName, string prefix, string? after, CancellationToken cancellation);

    /// <summary>GetObject, its body read as it comes, and as it is stored: nobody on the way decodes it.</summary>
    /// <exception cref="OrgTrailException"><c>ObjectNotFound</c>, <c>ObjectArchived</c>, <c>AccessDenied</c>, …</exception>
    Task<ObjectBody> OpenAsync(string bucketName, string key, CancellationToken cancellation);
}
