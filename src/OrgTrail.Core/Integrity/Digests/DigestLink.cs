namespace OrgTrail.Integrity;

/// <summary>The digest in front of another, as that one names it.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key.</param>
/// <param name="Hash">The SHA-256 of its uncompressed bytes, in lower-case hex.</param>
/// <param name="Signature">Its signature, in hex as it is written there: it is part of what the follower's covers.</param>
internal sealed record DigestLink(string Bucket, string Key, string Hash, string Signature);
