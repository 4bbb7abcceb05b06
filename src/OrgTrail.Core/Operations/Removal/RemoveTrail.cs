using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>
/// Deletes trails and, when that is asked for, what only organization trails need. It cannot be taken back; buckets, logs
/// and log groups stay.
/// </summary>
/// <param name="session">The connection.</param>
/// <param name="time">The clock of waits for somebody else's change.</param>
/// <param name="feedback">Told what is gone already.</param>
public sealed class RemoveTrail(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>What is to go.</summary>
    /// <param name="Trails">The trails. One that does not exist is an error, unless more than the trails is to go: then it is gone already.</param>
    public sealed record Request(IReadOnlyList<TrailIdentity> Trails)
    {
        /// <summary>Whether CloudTrail loses trusted access, behind the last organization trail.</summary>
        public bool IncludeTrustedAccess { get; init; }

        /// <summary>Whether all delegated administrators are unregistered, behind the last organization trail.</summary>
        public bool IncludeDelegatedAdmin { get; init; }

        internal bool IncludesOrganization => IncludeTrustedAccess || IncludeDelegatedAdmin;

        /// <summary>The request as a command.</summary>
        internal string Command => string.Join(
            ' ',
            (string[])[
                string.Join(", ", Trails.Select(trail => $"'{trail}'").Distinct()), "| Remove-OrgTrail",
                .. IncludeDelegatedAdmin ? (string[])["-IncludeDelegatedAdmin"] : [],
                .. IncludeTrustedAccess ? (string[])["-IncludeTrustedAccess"] : []]);
    }

    /// <summary>Reads what is there, and in which order it is to go.</summary>
    /// <exception cref="OrgTrailException">
    /// <c>TrailNotFound</c>; where more than trails is to go <c>NotOrganizationManagementAccount</c>,
    /// <c>OrganizationTrailsLeft</c>, <c>DelegatedAdministratorExists</c>: before anything is changed.
    /// </exception>
    public async Task<Plan<IReadOnlyList<string>>> PlanAsync(Request request, CancellationToken cancellation)
    {
        var organization = request.IncludesOrganization
            ? await ManagementAccount.RequireAsync(session, "Trusted access and delegated administrators are ended", cancellation)
            : null;
        var trails = new List<Trail>();
        foreach (var identity in request.Trails)
            if (await FindAsync(identity, mayBeGone: organization is not null, cancellation) is { } trail && trails.All(other => other.TrailARN != trail.TrailARN)) trails.Add(trail);

        var removal = new Removal(
            [
                .. trails.SelectMany(trail => StepsOf(trail, stopFirst: organization is not null)),
                .. organization is null ? [] : await new OrganizationRemoval(session, time, feedback).StepsAsync(request, trails, cancellation),
            ],
            request.Command);
        return new(
            trails.Count == 0 && organization is not null ? organization.Id : string.Join(", ", trails),
            trails.Count == 0 ? "Remove what organization trails need" : "Delete trail",
            removal.Changes,
            [],
            removal.RunAsync);
    }

    private async Task<Trail?> FindAsync(TrailIdentity identity, bool mayBeGone, CancellationToken cancellation)
    {
        try
        {
            return await TrailFinder.ReadForChangeAsync(session, identity, cancellation);
        }
        catch (OrgTrailException exception) when (mayBeGone && exception.Problem.Id == ProblemIds.TrailNotFound)
        {
            feedback.Verbose($"There is no trail {identity} any more.");
            return null;
        }
    }

    private RemovalStep[] StepsOf(Trail trail, bool stopFirst)
    {
        var delete = new RemovalStep(
            $"delete trail {trail.Name}",
            [
                trail.IsOrganizationTrail ? "no account of the organization is logged by it any more" : "its account is no longer logged by it",
                trail.LogFileValidationEnabled
                    ? $"log files and digests in s3://{trail.S3BucketName} stay; the chain of digests ends"
                    : $"log files in s3://{trail.S3BucketName} stay"],
            deleting => DeleteAsync(trail, deleting));
        return stopFirst
            ? [new($"stop logging of trail {trail.Name}", [], stopping => UnlessGoneAsync(trail, () => new SwitchLogging(session, time, feedback).StopAsync(trail, stopping))), delete]
            : [delete];
    }

    private async Task DeleteAsync(Trail trail, CancellationToken cancellation)
    {
        await UnlessGoneAsync(trail, () => new PropagationRetry(time, feedback).CallAsync(
            $"Deleting trail {trail.Name}",
            calling => TrailFinder.HomeOf(session, trail).DeleteAsync(TrailFinder.AddressOf(trail), calling),
            TransientErrors.Include,
            cancellation));
        // Whoever answered for the user beforehand has shown nobody the consequences.
        if (trail.LogFileValidationEnabled)
            feedback.Warning($"The chain of digests of trail {trail.Name} ends: digests of a new trail do not go on from it. Log files and digests in s3://{trail.S3BucketName} stay.");
    }

    // A moment ago it was there: this answers the repetition of a call whose own answer was lost, or somebody was faster.
    private async Task UnlessGoneAsync(Trail trail, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.TrailNotFound)
        {
            feedback.Verbose($"Trail {trail.Name} is gone already.");
        }
    }
}
