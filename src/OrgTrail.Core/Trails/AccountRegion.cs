namespace OrgTrail.Trails;

/// <summary>One account in one Region: there a trail has log files and a chain of digests of its own.</summary>
/// <param name="AccountId">The 12-digit id of the account whose events are recorded.</param>
/// <param name="Region">The Region that they happen in, and that the files are delivered from.</param>
internal readonly record struct AccountRegion(string AccountId, string Region)
{
    /// <summary>Both, as a name.</summary>
    public override string ToString() => $"{AccountId}/{Region}";
}
