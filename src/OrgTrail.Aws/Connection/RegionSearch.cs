using OrgTrail.Aws.Metadata;
using OrgTrail.Aws.Profiles;
using OrgTrail.Connection;

namespace OrgTrail.Aws.Connection;

/// <summary>Finds the Region of a connection.</summary>
internal static class RegionSearch
{
    /// <summary>The Region that the user set somewhere, and where; <see langword="null"/> when nowhere.</summary>
    /// <param name="options">What the user said.</param>
    /// <param name="inUse">The profile that the credentials come from.</param>
    /// <param name="ambient">The profile that would be used if the credentials did not come from elsewhere.</param>
    public static (string Name, string Origin)? Configured(ConnectionOptions options, Profile? inUse, Profile? ambient)
    {
        var places = new (string? Name, string Origin)[]
        {
            (options.Region, "-Region"),
            (options.SessionRegion, "$StoredAWSRegion"),
            (inUse?["region"], $"{inUse}"),
            (EnvironmentVariable.Get("AWS_REGION"), "AWS_REGION"),
            (EnvironmentVariable.Get("AWS_DEFAULT_REGION"), "AWS_DEFAULT_REGION"),
            (ambient?["region"], $"{ambient}"),
        };
        return Array.Find(places, place => place.Name is not null) is ({ } name, var origin) ? (name, origin) : null;
    }

    /// <summary>The Region in which this computer runs.</summary>
    /// <exception cref="OrgTrailException">It does not know one (<c>NoRegion</c>).</exception>
    public static async Task<(string Name, string Origin)> OfInstanceAsync(InstanceMetadata metadata, CancellationToken cancellation) =>
        await metadata.RegionAsync(cancellation).ConfigureAwait(false) is { Length: > 0 } region
            ? (region.Trim(), "instance metadata")
            : throw new OrgTrailException(ConnectionProblems.NoRegion);
}
