namespace OrgTrail.AwsClients.Protocol;

/// <summary>How the endpoints of a service in one partition differ from the rule.</summary>
/// <param name="Home">The Region that requests are signed for, where the partition's usual home is not it.</param>
/// <param name="Place">What stands in the Region's place in the host name; may be empty.</param>
/// <param name="DualStackPlace">The same for dual-stack hosts.</param>
/// <param name="HasFipsHosts">Whether hosts for FIPS have names of their own; where not, all hosts are such.</param>
internal sealed record PartitionRule(string? Home = null, string? Place = null, string? DualStackPlace = null, bool HasFipsHosts = true);
