namespace OrgTrail.Integrity;

/// <summary>What a proof leaves behind: enough to go on from, and to compare with another without AWS. Its JSON is described in about_OrgTrailIntegrity.</summary>
internal sealed record Receipt
{
    /// <summary>What the file is.</summary>
    public const string FileType = "OrgTrail integrity receipt";

    /// <summary>What the file is.</summary>
    public required string Type { get; init; }

    /// <summary>The version of its form.</summary>
    public required int Version { get; init; }

    /// <summary>The trail's ARN.</summary>
    public required string TrailArn { get; init; }

    /// <summary>The organization; <see langword="null"/> for a trail of one account.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The asked beginning; <see langword="null"/> for none.</summary>
    public DateTimeOffset? RangeStart { get; init; }

    /// <summary>The asked end; <see langword="null"/> for none.</summary>
    public DateTimeOffset? RangeEnd { get; init; }

    /// <summary>The part of all accounts and Regions, for example <c>3/64</c>.</summary>
    public required string Shard { get; init; }

    /// <summary>The accounts that were asked for; empty for all.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>The Regions that were asked for; empty for all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>What came of each account and Region.</summary>
    public required IReadOnlyList<ReceiptResult> Results { get; init; }

    /// <summary>What of each chain is proved.</summary>
    public required IReadOnlyList<ProvenChain> Chains { get; init; }

    /// <summary>The keys that signed what was read.</summary>
    public required IReadOnlyList<ReceiptKey> PublicKeys { get; init; }

    /// <summary>The root of the hash tree over all chains, in lower-case hex.</summary>
    public required string RootHash { get; init; }
}
