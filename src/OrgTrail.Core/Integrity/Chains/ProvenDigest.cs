namespace OrgTrail.Integrity;

/// <summary>A digest that was proved, as a receipt keeps it.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key.</param>
/// <param name="Hash">The SHA-256 of its uncompressed bytes, in lower-case hex.</param>
/// <param name="Signature">Its signature in hex; empty where only the digest behind it has it.</param>
/// <param name="Fingerprint">By what it names the key that it is signed with.</param>
/// <param name="Start">The beginning of its time.</param>
/// <param name="End">The end of its time.</param>
internal sealed record ProvenDigest(string Bucket, string Key, string Hash, string Signature, string Fingerprint, DateTimeOffset Start, DateTimeOffset End)
{
    public static ProvenDigest Of(ReadDigest digest) => new(
        digest.Listed.Bucket, digest.Listed.Key, digest.Hash, digest.Signature ?? "", digest.Document!.Fingerprint, digest.Document.Start, digest.Document.End);
}
