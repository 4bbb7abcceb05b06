using OrgTrail.Connection;
using OrgTrail.Keys;
using OrgTrail.State;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>
/// Creates a trail. Only who sends the request knows whether an answer was lost: so nothing below repeats it, and before it
/// is repeated here a refusal of the name is looked into, since the trail may be the one that was asked for.
/// </summary>
/// <param name="session">The connection.</param>
/// <param name="time">The clock of waits for changes to spread.</param>
/// <param name="feedback">Told what is waited for.</param>
internal sealed class TrailCreation(CloudSession session, TimeProvider time, IFeedback feedback)
{
    private bool _mayBeThere;
    private bool _isHidden;

    /// <summary>The trail's home Region.</summary>
    public required string HomeRegion { get; init; }

    /// <summary>How the trail shall be.</summary>
    public required TrailSettings Settings { get; init; }

    /// <summary>What was changed a moment ago.</summary>
    public required Freshness Fresh { get; init; }

    /// <summary>Whether a trail of that name that is as asked for is as good as one of one's own: the same may be made twice at a time.</summary>
    public bool Adopts { get; init; }

    /// <summary>A trail that has the name and is not as asked for.</summary>
    public Trail? Other { get; private set; }

    /// <summary>Creates it.</summary>
    /// <returns>The trail, which is as asked for, and marked as fresh.</returns>
    /// <exception cref="OrgTrailException">CloudTrail refuses, or it is not known whether there is one now (which the problem says).</exception>
    public async Task<Trail> RunAsync(CancellationToken cancellation)
    {
        var activity = $"Creating trail {Settings.Name}";
        Trail trail;
        try
        {
            trail = await new PropagationRetry(time, feedback).CallAsync(activity, AttemptAsync, IsTransient, cancellation);
        }
        catch (OrgTrailException fault) when (fault.Problem.LeavesDoubt)
        {
            trail = await FindAsync(cancellation) ?? throw new OrgTrailException(TrailProblems.PerhapsCreated(Settings.Name!, fault.Problem), fault);
        }

        trail.IsFresh = true;
        return session.Mark(trail);
    }

    // CloudTrail knows the name, and does not show the trail yet.
    private bool IsTransient(Problem refusal) => Fresh.Explains(refusal) || (_isHidden && refusal.Id == ProblemIds.TrailAlreadyExists);

    private async Task<Trail> AttemptAsync(CancellationToken cancellation)
    {
        try
        {
            return await session.Cloud.TrailsIn(HomeRegion).CreateAsync(Settings, cancellation);
        }
        catch (OrgTrailException fault) when (fault.Problem.LeavesDoubt)
        {
            _mayBeThere = true;
            throw;
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.TrailAlreadyExists && (_mayBeThere || Adopts))
        {
            if (await FindAsync(cancellation) is { } there) return there;
            throw;
        }
    }

    /// <summary>The trail of that name, when there is one and it is as asked for.</summary>
    private async Task<Trail?> FindAsync(CancellationToken cancellation)
    {
        var arn = await ArnAsync(cancellation);
        try
        {
            Other = await session.Cloud.TrailsIn(HomeRegion).GetAsync(arn.ToString(), cancellation);
            _isHidden = false;
            return TrailChanges.Between(Other, await ComparableAsync(cancellation)).Texts.Count == 0 ? Other : null;
        }
        catch (OrgTrailException unseen)
        {
            feedback.Verbose($"Whether there is a trail {arn} that is as asked for cannot be seen: {unseen.Problem}");
            _isHidden = unseen.Problem.Id == ProblemIds.TrailNotFound && (await session.CallerAsync(cancellation)).AccountId == arn.AccountId;
            return null;
        }
    }

    // An organization trail is the management account's, whoever creates it.
    private async Task<TrailArn> ArnAsync(CancellationToken cancellation) => TrailArn.For(
        HomeRegion,
        Settings.IsOrganizationTrail == true ? (await session.OrganizationAsync(cancellation)).ManagementAccountId : (await session.CallerAsync(cancellation)).AccountId,
        Settings.Name!);

    // CloudTrail shows a key by its ARN, whatever it was called. A key that cannot be seen does not tell its ARN.
    private async Task<TrailSettings> ComparableAsync(CancellationToken cancellation)
    {
        if (Settings.KmsKeyId is not { Length: > 0 } key || KeyArn.IsMeantBy(key)) return Settings;
        var found = await KeyState.Of(session, key, cancellation, HomeRegion).Description.ObserveAsync();
        return Settings with { KmsKeyId = found.Value?.Arn };
    }
}
