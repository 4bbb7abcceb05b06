using OrgTrail.Connection;

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
        var others = OthersAsync(trails, cancellation);
        var administrators = GetDelegatedAdministrators.ReadAsync(session, cancellation);
        var trusted = GetTrustedAccess.FindAsync(session, cancellation);
        await Task.WhenAll(others, administrators, trusted);

        if (await others is { Count: > 0 } left) throw new OrgTrailException(RemovalProblems.TrailsLeft(left));
        var ending = request.IncludeTrustedAccess && await trusted is not null;
        if (ending && !request.IncludeDelegatedAdmin && await administrators is { Count: > 0 } remaining)
            throw new OrgTrailException(RemovalProblems.AdministratorsLeft(remaining));
        return
        [
            .. request.IncludeDelegatedAdmin ? (await administrators).Select(Unregister) : [],
            .. ending ? (RemovalStep[])[Disable()] : [],
        ];
    }

    private async Task<List<Trail>> OthersAsync(IReadOnlyList<Trail> trails, CancellationToken cancellation)
    {
        var others = new List<Trail>();
        await foreach (var trail in ListTrails.RunAsync(session, new() { OrganizationTrailsOnly = true }, new CompleteListing(feedback), cancellation))
            if (trails.All(going => going.TrailARN != trail.TrailARN)) others.Add(trail);
        return others;
    }

    private RemovalStep Unregister(DelegatedAdministrator administrator) => new(
        $"unregister delegated administrator {administrator.AccountId}",
        [],
        ending => new UnregisterDelegatedAdministrator(session, time, feedback).ApplyAsync(administrator.AccountId, ending));

    private RemovalStep Disable() => new(
        "disable trusted access",
        [$"{TrustedAccess.CloudTrail} loses trusted access to the organization's accounts"],
        new DisableTrustedAccess(session, time, feedback).ApplyAsync);

    // A Region that does not answer may have an organization trail: then nothing is taken away from it.
    private sealed class CompleteListing(IFeedback feedback) : IFeedback
    {
        public void Verbose(string message) => feedback.Verbose(message);

        public void Warning(string message) => feedback.Warning(message);

        public void Failure(OrgTrailException exception, object target) => throw new OrgTrailException(exception.Problem, exception);

        public void Progress(string activity, string status, TimeSpan remaining) => feedback.Progress(activity, status, remaining);

        public void Progress(string activity, string status, int percent) => feedback.Progress(activity, status, percent);

        public void ProgressDone(string activity) => feedback.ProgressDone(activity);
    }
}
