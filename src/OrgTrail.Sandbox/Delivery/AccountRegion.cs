namespace OrgTrail.Sandbox.Delivery;

/// <summary>One account in one Region: there a trail has log files and a chain of digests of its own.</summary>
/// <param name="AccountId">The account whose events are logged.</param>
/// <param name="Region">The Region that they happened in, and that the files are delivered from.</param>
internal readonly record struct AccountRegion(string AccountId, string Region)
{
    /// <summary>The name under which the state keeps its progress.</summary>
    public override string ToString() => $"{AccountId}/{Region}";
}
