namespace OrgTrail.Integrity;

/// <summary>A digest that was read, whatever came of it.</summary>
/// <param name="Listed">Where it lies.</param>
internal sealed record ReadDigest(ListedDigest Listed)
{
    /// <summary>What it says; <see langword="null"/> when it is no digest, not this one, or cannot be read.</summary>
    public DigestDocument? Document { get; init; }

    /// <summary>The SHA-256 of its uncompressed bytes, in lower-case hex.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The signature in its metadata; <see langword="null"/> when there is none.</summary>
    public string? Signature { get; init; }

    /// <summary>The method of signing in its metadata.</summary>
    public string? SignatureAlgorithm { get; init; }

    /// <summary>What is wrong with it by itself.</summary>
    public IReadOnlyList<IntegrityFinding> Findings { get; init; } = [];

    /// <summary>Whether an earlier receipt says otherwise of it, which is told already.</summary>
    public bool IsContradicted { get; init; }

    /// <summary>Whether it follows another one directly.</summary>
    public bool Follows(ReadDigest other) =>
        Document?.Previous is { } previous && previous.Bucket == other.Listed.Bucket && previous.Key == other.Listed.Key;
}
