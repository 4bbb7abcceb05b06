namespace OrgTrail.Integrity;

/// <summary>A log file as a digest lists it.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key.</param>
/// <param name="Hash">The SHA-256 of its uncompressed bytes, in lower-case hex.</param>
internal readonly record struct ListedLog(string Bucket, string Key, string Hash);
