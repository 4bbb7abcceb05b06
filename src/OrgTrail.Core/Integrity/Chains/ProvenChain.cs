namespace OrgTrail.Integrity;

/// <summary>What of a chain was proved without a break.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Region">The Region.</param>
/// <param name="IsBackfill">Whether it is the chain of late log files.</param>
/// <param name="First">The first digest; <see langword="null"/> when nothing is proved.</param>
/// <param name="Last">The newest digest up to which all is proved.</param>
internal sealed record ProvenChain(string AccountId, string Region, bool IsBackfill, ProvenDigest? First, ProvenDigest? Last);
