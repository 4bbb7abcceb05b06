namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>How the endpoints of one partition differ from <c>service.Region.suffix</c>.</summary>
internal sealed record PartitionModel
{
    /// <summary>The Region that requests are signed for, where the partition's usual home is not it.</summary>
    public string? Home { get; init; }

    /// <summary>What stands in the Region's place in the host name; may be empty.</summary>
    public string? Place { get; init; }

    /// <summary>The same for dual-stack hosts.</summary>
    public string? DualStackPlace { get; init; }

    /// <summary>Whether hosts for FIPS have names of their own; where not, all hosts are such.</summary>
    public bool FipsHosts { get; init; } = true;
}
