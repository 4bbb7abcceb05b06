using OrgTrail.Ports;

namespace OrgTrail.State;

/// <summary>The trails of all Regions.</summary>
/// <param name="Visible">Those that the caller sees.</param>
/// <param name="Hidden">Those that are listed and cannot be seen, as when a policy denies calls to a Region.</param>
/// <param name="Refusals">Why some Regions did not answer.</param>
internal sealed record TrailList(IReadOnlyList<Trail> Visible, IReadOnlyList<TrailListing> Hidden, IReadOnlyList<OrgTrailException> Refusals)
{
    /// <summary>Refuses a list that may lack trails.</summary>
    /// <exception cref="OrgTrailException">A Region did not answer.</exception>
    public TrailList RequireComplete() => Refusals.Count == 0 ? this : throw Refusals[0];

    /// <summary>Refuses a list that lacks trails for another reason than that the caller may not see them.</summary>
    /// <exception cref="OrgTrailException">A Region failed.</exception>
    public TrailList RequireNoFailure() =>
        Refusals.FirstOrDefault(refusal => refusal.Problem.Kind != ProblemKind.PermissionDenied) is { } failure ? throw failure : this;
}
