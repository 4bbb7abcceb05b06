using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>An upload in parts that is under way.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Bucket">The bucket: a later one of its name has nothing of it.</param>
/// <param name="Key">The key of the object to be.</param>
/// <param name="Headers">The headers of the object to be.</param>
/// <param name="Initiated">When it began.</param>
internal sealed record MultipartUpload(
    string Id, SandboxBucket Bucket, string Key, IReadOnlyDictionary<string, string> Headers, DateTimeOffset Initiated);
