using System.Runtime.CompilerServices;
using OrgTrail.Connection;
using OrgTrail.Ports;

namespace OrgTrail.State;

/// <summary>
/// Finds the trails that the caller sees, in all Regions: with one listing, and a call for each Region whose trails the
/// calls before have not shown.
/// </summary>
/// <param name="session">The connection.</param>
/// <param name="region">The Region that is asked first: it also shows every multi-Region trail, so that most often no other is asked.</param>
internal sealed class TrailSearch(CloudSession session, string region)
{
    /// <summary>What a Region answered.</summary>
    /// <param name="Region">The Region.</param>
    /// <param name="Trails">The trails that it shows and no other before it did.</param>
    /// <param name="Refusal">Why it did not answer; <see langword="null"/> when it did.</param>
    public sealed record Answer(string Region, IReadOnlyList<Trail> Trails, OrgTrailException? Refusal);

    /// <summary>Finds them, Region by Region in the order of their names, the first one excepted.</summary>
    /// <param name="isWanted">Tells by a trail's name whether it is wanted; all are when it is <see langword="null"/>.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async IAsyncEnumerable<Answer> RunAsync(Func<string, bool>? isWanted, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var left = await ListAsync(isWanted, cancellation);
        await foreach (var answer in DescribeAsync(left, cancellation)) yield return answer;
    }

    /// <summary>Finds all of them, for who needs them at once.</summary>
    public async Task<TrailList> ReadAsync(CancellationToken cancellation)
    {
        var left = await ListAsync(null, cancellation);
        var (visible, refusals) = (new List<Trail>(), new List<OrgTrailException>());
        await foreach (var answer in DescribeAsync(left, cancellation))
        {
            visible.AddRange(answer.Trails);
            if (answer.Refusal is { } refusal) refusals.Add(refusal);
        }

        return new(visible, [.. left.Values], refusals);
    }

    // Takes from those that are left what it finds.
    private async IAsyncEnumerable<Answer> DescribeAsync(Dictionary<string, TrailListing> left, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (left.Count == 0) yield break;
        yield return Take(await DescribeAsync(region, cancellation), left);

        string[] others = [.. left.Values.Select(listing => listing.HomeRegion).Where(home => home != region).Distinct().Order(StringComparer.Ordinal)];
        foreach (var answer in await Task.WhenAll(others.Select(other => DescribeAsync(other, cancellation))))
            yield return Take(answer, left);
    }

    private static Answer Take(Answer answer, Dictionary<string, TrailListing> left) =>
        answer with { Trails = [.. answer.Trails.Where(trail => left.Remove(trail.TrailARN))] };

    private async Task<Dictionary<string, TrailListing>> ListAsync(Func<string, bool>? isWanted, CancellationToken cancellation)
    {
        var listings = new Dictionary<string, TrailListing>(StringComparer.Ordinal);
        await foreach (var listing in session.Cloud.TrailsIn(region).ListAsync(cancellation))
            if (isWanted?.Invoke(listing.Name) ?? true)
                listings[listing.TrailArn] = listing;
        return listings;
    }

    private async Task<Answer> DescribeAsync(string place, CancellationToken cancellation)
    {
        try
        {
            var trails = await session.Cloud.TrailsIn(place).DescribeAsync(cancellation);
            return new(place, [.. trails.Select(session.Mark)], null);
        }
        catch (OrgTrailException refusal)
        {
            return new(place, [], refusal);
        }
    }
}
