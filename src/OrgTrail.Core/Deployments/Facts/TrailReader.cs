using OrgTrail.Connection;
using OrgTrail.Ports;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>Reads the trails that a deployment may meet.</summary>
/// <param name="session">The connection.</param>
internal sealed class TrailReader(CloudSession session)
{
    /// <summary>Every trail that the caller sees: one listing, and a call for each Region that the first one does not show.</summary>
    /// <param name="region">The Region that is asked first: it also shows every multi-Region trail.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The trails, and those that are listed but cannot be seen, as when a policy denies calls to a Region.</returns>
    public async Task<(IReadOnlyList<Trail> Seen, IReadOnlyList<TrailListing> Hidden)> ReadAllAsync(string region, CancellationToken cancellation)
    {
        var listing = ListingsAsync(region, cancellation);
        var near = session.Cloud.TrailsIn(region).DescribeAsync(cancellation);
        await Task.WhenAll(listing, near);

        var found = (await near).ToDictionary(trail => trail.TrailARN);
        var far = (await listing).Where(listed => !found.ContainsKey(listed.TrailArn)).Select(listed => listed.HomeRegion).Distinct();
        foreach (var trails in await Task.WhenAll(far.Select(home => Sight.OfAsync<IReadOnlyList<Trail>>(session.Cloud.TrailsIn(home).DescribeAsync(cancellation)!))))
            foreach (var trail in trails.Value ?? []) found.TryAdd(trail.TrailARN, trail);
        return ([.. found.Values], [.. (await listing).Where(listed => !found.ContainsKey(listed.TrailArn))]);
    }

    /// <summary>The wanted trail, with what is asked of it; <see langword="null"/> when it does not exist.</summary>
    public async Task<TrailFacts?> ReadAsync(TrailSpecification wanted, Trail? present, string caller, CancellationToken cancellation)
    {
        if (present is null) return null;
        var arn = TrailArn.Parse(present.TrailARN);

        // In its home Region and for its owner, a trail's name means this trail.
        if (arn.AccountId == caller) present.ProvenName = present.Name;
        var home = session.Cloud.TrailsIn(arn.Region);
        var address = present.ProvenName ?? present.TrailARN;
        var status = home.GetStatusAsync(arn, cancellation);
        var insightsMatter = wanted.InsightSelectors is not null;
        var events = insightsMatter || wanted.EventSelectors is not null ? home.Selectors.GetEventsAsync(address, cancellation) : null;
        var insights = insightsMatter ? home.Selectors.GetInsightsAsync(address, cancellation) : null;
        var tags = wanted.Tags is null ? null : home.Tags.ListAsync(arn, cancellation);
        await Task.WhenAll(((Task?[])[status, events, insights, tags]).OfType<Task>());

        return new(session.Mark(present), (await status).IsLogging)
        {
            EventSelectors = events is null ? null : await events,
            InsightSelectors = insights is null ? null : await insights,
            Tags = tags is null ? null : await tags,
        };
    }

    private async Task<IReadOnlyList<TrailListing>> ListingsAsync(string region, CancellationToken cancellation)
    {
        var listings = new List<TrailListing>();
        await foreach (var listing in session.Cloud.TrailsIn(region).ListAsync(cancellation)) listings.Add(listing);
        return listings;
    }
}
