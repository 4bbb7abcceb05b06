using Amazon;
using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Connection;

/// <summary>The Regions that the AWS SDK knows, and which others can be right.</summary>
internal static class RegionNames
{
    // The last words of all Regions' names so far. A Region that is newer than this SDK will have one of them; a
    // misspelt one does not.
    private static readonly HashSet<string> Directions =
        ["north", "south", "east", "west", "central", "northeast", "northwest", "southeast", "southwest"];

    /// <summary>The system names; the SDK's pseudo Regions are left out.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. RegionEndpoint.EnumerableAllRegions.Select(region => region.SystemName).Where(name => NamingRule.Region.Check(name) is null && !name.EndsWith("-regional", StringComparison.Ordinal))];

    /// <summary>Passes a Region on that exists, or may.</summary>
    /// <param name="region">What the user gave.</param>
    /// <param name="origin">Where it was given.</param>
    /// <param name="isAnyTaken">Whether no service of AWS is called, so that any Region of the right shape will do.</param>
    /// <exception cref="OrgTrailException">It cannot exist (<c>InvalidRegion</c>).</exception>
    public static string Require(string region, string origin, bool isAnyTaken) =>
        All.Contains(region) || (NamingRule.Region.Check(region) is null && (isAnyTaken || Directions.Contains(Direction(region))))
            ? region
            : throw new OrgTrailException(ConnectionProblems.InvalidRegion(region, origin, NearNames.Hint(region, All)));

    private static string Direction(string region) => region.Split('-')[^2];
}
