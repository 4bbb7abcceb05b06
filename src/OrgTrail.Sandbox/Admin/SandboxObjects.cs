using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Admin;

/// <summary>
/// The objects of S3 from behind: whoever rehearses an incident overwrites, moves and removes what was delivered, without any
/// policy, lock, version or key in the way, and without a trace in the calls.
/// </summary>
public sealed class SandboxObjects
{
    private readonly SandboxContext _context;

    internal SandboxObjects(SandboxContext context) => _context = context;

    /// <summary>The keys of a bucket's objects that begin with a prefix, in order.</summary>
    public IReadOnlyList<string> List(string bucket, string prefix = "") => [.. _context.Objects.List(bucket, prefix, "").Select(stored => stored.Key)];

    /// <summary>The bytes of an object as they are stored.</summary>
    /// <exception cref="OrgTrailException">There is no such object.</exception>
    public byte[] Read(string bucket, string key) => _context.Objects.Read(Find(bucket, key)).ToArray();

    /// <summary>The headers that an object is read with, its metadata among them; names in lower case.</summary>
    /// <exception cref="OrgTrailException">There is no such object.</exception>
    public IReadOnlyDictionary<string, string> Headers(string bucket, string key) => Find(bucket, key).Headers;

    /// <summary>Puts an object, or puts other bytes in the place of one that is there, which keeps its headers and its time.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <param name="content">The bytes; <see langword="null"/> for those that it has.</param>
    /// <param name="headers">Headers to set; one that is <see langword="null"/> is taken away, all others stay.</param>
    /// <param name="lastModified">When it claims to have been written; <see langword="null"/> for its own time, or now.</param>
    /// <exception cref="OrgTrailException">The bucket is not there, or there are neither bytes nor an object.</exception>
    public void Write(string bucket, string key, byte[]? content, IReadOnlyDictionary<string, string?>? headers = null, DateTimeOffset? lastModified = null)
    {
        RequireBucket(bucket);
        var present = content is null ? Find(bucket, key) : _context.Objects.Find(bucket, key);
        var all = new Dictionary<string, string>(present?.Headers ?? HeaderSets.None, StringComparer.Ordinal);
        foreach (var (name, value) in headers ?? new Dictionary<string, string?>())
        {
            if (value is null) all.Remove(name.ToLowerInvariant());
            else all[name.ToLowerInvariant()] = value;
        }

        var bytes = content ?? _context.Objects.Read(present!);
        _context.Objects.Put(bucket, key, bytes, all, lastModified ?? present?.LastModified ?? _context.Clock.Now);
    }

    /// <summary>Removes an object, if there is one, for good.</summary>
    public void Remove(string bucket, string key) => _context.Objects.Delete(bucket, key);

    /// <summary>Moves an object as it is: bytes, headers and time.</summary>
    /// <exception cref="OrgTrailException">There is no such object, or no such bucket to move it to.</exception>
    public void Move(string bucket, string key, string toBucket, string toKey)
    {
        RequireBucket(toBucket);
        var stored = Find(bucket, key);
        _context.Objects.Put(toBucket, toKey, _context.Objects.Read(stored), stored.Headers, stored.LastModified, stored.ETag);
        if ((bucket, key) != (toBucket, toKey)) Remove(bucket, key);
    }

    private StoredObject Find(string bucket, string key) => _context.Objects.Find(bucket, key)
        ?? throw Missing("NoSuchObject", $"The sandbox has no object '{key}' in the bucket '{bucket}'.");

    private void RequireBucket(string bucket)
    {
        if (!_context.State.S3.Buckets.ContainsKey(bucket))
            throw Missing("NoSuchBucket", $"The sandbox has no bucket '{bucket}'.");
    }

    private static OrgTrailException Missing(string id, string what) =>
        new(new Problem(id, ProblemKind.NotFound, what, "List what is there, and name it as it is written there."));
}
