using System.Runtime.CompilerServices;
using OrgTrail.Connection;
using OrgTrail.Ports;

namespace OrgTrail.Operations;

/// <summary>Finds the trails that the caller sees, in all Regions, with one listing.</summary>
internal static class ListTrails
{
    /// <summary>Which trails are wanted.</summary>
    public sealed record Filter
    {
        /// <summary>Tells whether a trail of that name is wanted; all are when it is <see langword="null"/>.</summary>
        public Func<string, bool>? Name { get; init; }

        /// <summary>Whether account trails are left out.</summary>
        public bool OrganizationTrailsOnly { get; init; }
    }

    /// <summary>
    /// Lists the trails, those that the Region of the connection shows first. A Region that does not answer is reported as an
    /// error, and the others follow.
    /// </summary>
    public static async IAsyncEnumerable<Trail> RunAsync(
        CloudSession session, Filter filter, IFeedback feedback, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var wanted = await ListingsAsync(session, filter, cancellation);

        // The connection's Region also shows every multi-Region trail, so that most often one more call is enough.
        foreach (var region in (string[])[session.Cloud.Region, .. HomeRegions(wanted, session.Cloud.Region)])
        {
            if (wanted.Count == 0) yield break;
            foreach (var trail in await DescribeAsync(session, region, wanted, feedback, cancellation))
                if (wanted.Remove(trail.TrailARN) && (trail.IsOrganizationTrail || !filter.OrganizationTrailsOnly))
                    yield return session.Mark(trail);
        }
    }

    /// <summary>Lists the organization trails, for who needs at least one.</summary>
    /// <exception cref="OrgTrailException">There is none (<c>NoOrganizationTrail</c>).</exception>
    public static async IAsyncEnumerable<Trail> RequireOrganizationTrailsAsync(
        CloudSession session, IFeedback feedback, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var any = false;
        await foreach (var trail in RunAsync(session, new() { OrganizationTrailsOnly = true }, feedback, cancellation))
        {
            any = true;
            yield return trail;
        }

        if (!any) throw new OrgTrailException(TrailProblems.NoOrganizationTrail());
    }

    private static async Task<Dictionary<string, TrailListing>> ListingsAsync(
        CloudSession session, Filter filter, CancellationToken cancellation)
    {
        var listings = new Dictionary<string, TrailListing>(StringComparer.Ordinal);
        await foreach (var listing in session.Cloud.TrailsIn(session.Cloud.Region).ListAsync(cancellation))
            if (filter.Name?.Invoke(listing.Name) ?? true)
                listings[listing.TrailArn] = listing;
        return listings;
    }

    private static string[] HomeRegions(Dictionary<string, TrailListing> wanted, string except) =>
        [.. wanted.Values.Select(listing => listing.HomeRegion).Where(region => region != except).Distinct().Order()];

    private static async Task<IReadOnlyList<Trail>> DescribeAsync(
        CloudSession session, string region, Dictionary<string, TrailListing> wanted, IFeedback feedback, CancellationToken cancellation)
    {
        if (region != session.Cloud.Region && wanted.Values.All(listing => listing.HomeRegion != region)) return [];
        try
        {
            return await session.Cloud.TrailsIn(region).DescribeAsync(cancellation);
        }
        catch (OrgTrailException exception)
        {
            feedback.Failure(exception, region);
            return [];
        }
    }
}
