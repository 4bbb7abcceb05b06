using OrgTrail.Connection;
using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>Gives a trail tags, when it does not have them with these values. Its other tags stay.</summary>
/// <param name="session">The connection.</param>
/// <param name="time">The clock of waits for a trail that was changed a moment ago.</param>
/// <param name="feedback">Told what is waited for.</param>
public sealed class TagTrail(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>Checks what is wanted, reads what is, and compares.</summary>
    /// <param name="trail">The trail.</param>
    /// <param name="wanted">Tags by their keys: keys of 1 to 128 characters that do not begin with <c>aws:</c>, values of up to 256.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException"><c>InvalidTag</c> and <c>TooManyTags</c> before anything is changed.</exception>
    public async Task<Plan<Trail>> PlanAsync(Trail trail, IReadOnlyDictionary<string, string> wanted, CancellationToken cancellation)
    {
        ProblemList.ThrowIfAny([.. TagRules.Faults(wanted)]);
        var arn = TrailArn.Parse(trail.TrailARN);
        var tags = TrailFinder.HomeOf(session, trail).Tags;
        var changes = TagChanges.Between(await tags.ListAsync(arn, cancellation), wanted);

        return new(trail.TrailARN, "Tag trail", changes.Texts, trail, async applying =>
        {
            await new PropagationRetry(time, feedback).CallAsync(
                $"Tagging trail {trail.Name}", calling => tags.AddAsync(arn, changes.Tags, calling), trail.Freshness.Explains, applying);
            return trail;
        });
    }
}
