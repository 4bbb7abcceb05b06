using System.Runtime.CompilerServices;
using OrgTrail.Connection;
using OrgTrail.State;

namespace OrgTrail.Operations;

/// <summary>Finds the trails that the caller sees, in all Regions, with one listing.</summary>
public static class ListTrails
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
        await foreach (var answer in new TrailSearch(session, session.Cloud.Region).RunAsync(filter.Name, cancellation))
        {
            if (answer.Refusal is { } refusal) feedback.Failure(refusal, answer.Region);
            foreach (var trail in answer.Trails)
                if (trail.IsOrganizationTrail || !filter.OrganizationTrailsOnly)
                    yield return trail;
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
}
