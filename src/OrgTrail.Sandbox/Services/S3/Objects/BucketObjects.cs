using OrgTrail.Sandbox.State;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>
/// Writes and deletes objects by the rules of their bucket: versions where it is versioned, and its default retention (Amazon
/// S3 user guide, "Retaining multiple versions of objects with S3 Versioning" and "Locking objects with Object Lock").
/// </summary>
internal sealed class BucketObjects(SandboxContext context)
{
    /// <summary>Writes an object.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="headers">What it keeps; the default retention is added.</param>
    /// <param name="time">When.</param>
    /// <param name="eTag">The ETag of an upload in parts; empty for the MD5 of the bytes.</param>
    public StoredObject Put(
        SandboxBucket bucket, string key, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> headers, DateTimeOffset time, string eTag = "")
    {
        if (bucket.ObjectLockEnabled) headers = ObjectLock.WithDefault(bucket, headers, time);
        return bucket.Versioning is null
            ? context.Objects.Put(bucket.Name, key, content, headers, time, eTag.Length == 0 ? null : eTag)
            : context.Objects.Push(new(bucket.Name, key, content.Length, eTag, time, headers), content, HasIds(bucket));
    }

    /// <summary>Deletes an object without naming a version: behind a delete marker where the bucket is versioned.</summary>
    /// <returns>The delete marker; <see langword="null"/> for none.</returns>
    public StoredObject? Delete(SandboxBucket bucket, string key)
    {
        if (bucket.Versioning is not null)
            return context.Objects.Push(new(bucket.Name, key, 0, "", context.Clock.Now, HeaderSets.None), content: null, HasIds(bucket));
        context.Objects.Delete(bucket.Name, key);
        return null;
    }

    private static bool HasIds(SandboxBucket bucket) => bucket.Versioning == VersioningSetting.Enabled;
}
