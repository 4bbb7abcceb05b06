using OrgTrail.Connection;
using OrgTrail.State;

namespace OrgTrail.Operations;

/// <summary>Ends what only organization trails need, once there is none left.</summary>
internal sealed class OrganizationRemoval(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>Looks whether all of it may go, and gives the steps; none for what is gone already.</summary>
    /// <param name="request">What is to go.</param>
    /// <param name="trails">The trails that will be gone by then.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<RemovalStep>> StepsAsync(
        RemoveTrail.Request request, IReadOnlyList<Trail> trails, CancellationToken cancellation)
    {
        var cloud = CloudState.Of(session, time, feedback, cancellation);
        await Task.WhenAll(cloud.Trails.ObserveAsync(), cloud.DelegatedAdministrators.ObserveAsync(), cloud.Trust.ObserveAsync());

        // A Region that does not answer may have an organization trail: then nothing is taken away from it.
        var listed = (await cloud.Trails).RequireComplete().Visible.Where(trail => trail.IsOrganizationTrail);
        Trail[] left = [.. listed.Where(trail => trails.All(going => going.TrailARN != trail.TrailARN))];
        if (left.Length > 0) throw new OrgTrailException(RemovalProblems.TrailsLeft(left));
        var administrators = await cloud.DelegatedAdministrators;
        var ending = request.IncludeTrustedAccess && await cloud.Trust is not null;
        if (ending && !request.IncludeDelegatedAdmin && administrators.Count > 0)
            throw new OrgTrailException(RemovalProblems.AdministratorsLeft(administrators));
        return
        [
            .. request.IncludeDelegatedAdmin ? administrators.Select(Unregister) : [],
            .. ending ? (RemovalStep[])[Disable()] : [],
        ];
    }

    private RemovalStep Unregister(DelegatedAdministrator administrator) => new(
        $"unregister delegated administrator {administrator.AccountId}",
        [],
        ending => new UnregisterDelegatedAdministrator(session, time, feedback).ApplyAsync(administrator.AccountId, ending));

    private RemovalStep Disable() => new(
        "disable trusted access",
        [$"{TrustedAccess.CloudTrail} loses trusted access to the organization's accounts"],
        new DisableTrustedAccess(session, time, feedback).ApplyAsync);
}
