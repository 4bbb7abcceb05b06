using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>One account in one Region whose logs are to be proved.</summary>
/// <param name="Lane">Account and Region.</param>
/// <param name="Roots">Where its files may lie.</param>
/// <param name="Membership">What the account is to the organization.</param>
internal sealed record LaneTask(AccountRegion Lane, IReadOnlyList<LogRoot> Roots, Membership Membership)
{
    /// <summary>What an earlier receipt has of its chains.</summary>
    public IReadOnlyList<ProvenChain> Earlier { get; init; } = [];

    /// <summary>Whether there must be something, whatever lies in the bucket.</summary>
    public bool IsExpected { get; init; } = true;

    /// <summary>What an earlier receipt has of one of them.</summary>
    public ProvenChain? EarlierOf(bool isBackfill) => Earlier.FirstOrDefault(chain => chain.IsBackfill == isBackfill && chain.Last is not null);
}
