namespace OrgTrail.Integrity;

/// <summary>A file that was read to its end.</summary>
/// <param name="Hash">The SHA-256 of its uncompressed bytes, in lower-case hex.</param>
/// <param name="Inflated">What inflating it came to.</param>
/// <param name="Content">Its uncompressed bytes, where they were asked for.</param>
/// <param name="Metadata">Its metadata.</param>
internal sealed record HashedFile(string Hash, Inflated Inflated, byte[] Content, IReadOnlyDictionary<string, string> Metadata);
