namespace OrgTrail.Health;

/// <summary>One account in one Region: there a trail has files of its own.</summary>
/// <param name="Account">The 12-digit id of the account whose events are recorded.</param>
/// <param name="Region">The Region that they happen in.</param>
internal readonly record struct AccountRegion(string Account, string Region);
