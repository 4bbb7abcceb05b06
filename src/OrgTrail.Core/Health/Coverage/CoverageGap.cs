using OrgTrail.Health;

namespace OrgTrail;

/// <summary>An account that a trail does not record everywhere, or that it need not record.</summary>
internal sealed record CoverageGap
{
    /// <summary>The 12-digit account id.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account's name; empty when AWS does not tell.</summary>
    public required string AccountName { get; init; }

    /// <summary>The account's state, for example <c>ACTIVE</c> or <c>SUSPENDED</c>.</summary>
    public required string State { get; init; }

    /// <summary>The Regions from which nothing came lately; empty for an account that nothing must come from.</summary>
    public IReadOnlyList<string> Regions { get; init => field = new Listed<string>(value); } = new Listed<string>([]);

    /// <summary>When something last came from the first of those Regions, to the hour; <see langword="null"/> for not in the last 30 days, or never.</summary>
    public DateTimeOffset? LastDelivery { get; init; }

    /// <summary>Whether nothing has ever come from the account, from whatever Region.</summary>
    public bool NeverDelivered { get; init; }

    /// <summary>Why nothing is amiss with it; <see langword="null"/> when something is.</summary>
    public string? Explanation { get; init; }

    /// <summary>The account and what is the matter with it.</summary>
    public override string ToString()
    {
        var account = AccountName.Length == 0 ? AccountId : $"{AccountId} ({AccountName})";
        return Regions.Count == 0 ? $"{account}: {Explanation}"
            : $"{account}: nothing from {string.Join(", ", Regions)}{(Explanation is null ? "" : $"; {Explanation}")}";
    }
}
