namespace OrgTrail.Trails;

/// <summary>The rule for names of Regions: the shape that every partition gives them.</summary>
internal static class RegionRule
{
    internal static NamingRule Rule { get; } = new(
        "InvalidRegion",
        "Region",
        "Use the code of a Region, in lower case, for example us-east-1, eu-central-1, us-gov-west-1 or cn-north-1.",
        Fault);

    private static string? Fault(string region) => region switch
    {
        "" => "is empty",
        _ when Partition.Find(region) is not null => null,
        _ when Partition.Find(region.ToLowerInvariant()) is not null => "has an upper-case letter",
        _ when Partition.Find(region[..^1]) is not null && char.IsAsciiLetter(region[^1]) => "is an Availability Zone, not a Region",
        _ => "is not the code of a Region of any AWS partition",
    };
}
