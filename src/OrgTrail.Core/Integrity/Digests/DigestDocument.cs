namespace OrgTrail.Integrity;

/// <summary>What a digest says (CloudTrail user guide, "CloudTrail digest file structure").</summary>
internal sealed record DigestDocument
{
    /// <summary>The one method of signing that is taken.</summary>
    public const string Sha256WithRsa = "SHA256withRSA";

    /// <summary>The account whose log files it lists.</summary>
    public required string AccountId { get; init; }

    /// <summary>The beginning of its time.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The end of its time.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>The end as it is written: the signature covers this text.</summary>
    public required string EndText { get; init; }

    /// <summary>The bucket that it was delivered to.</summary>
    public required string Bucket { get; init; }

    /// <summary>The key that it was delivered under.</summary>
    public required string Key { get; init; }

    /// <summary>By what the key is named that it is signed with.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The method of signing.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The digest in front of it; <see langword="null"/> at the beginning of a chain.</summary>
    public required DigestLink? Previous { get; init; }

    /// <summary>The log files that it lists.</summary>
    public required IReadOnlyList<ListedLog> Logs { get; init; }
}
