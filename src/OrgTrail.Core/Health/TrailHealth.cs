using System.Runtime.CompilerServices;
using OrgTrail.Connection;
using OrgTrail.State;

namespace OrgTrail.Health;

/// <summary>Makes the checks of a trail: all at once, each call to AWS once, and only those that the checks need.</summary>
public static class TrailHealth
{
    /// <summary>
    /// Makes the checks and reports them in their order. What a check cannot see makes it <see cref="CheckVerdict.Unknown"/>,
    /// with the permission that is missing; the others go on.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="trail">The trail, read a moment ago.</param>
    /// <param name="selection">Which checks.</param>
    /// <param name="time">The clock that deliveries are late by.</param>
    /// <param name="feedback">Shown how far the slow checks have come.</param>
    /// <param name="cancellation">Ends them all.</param>
    public static async IAsyncEnumerable<CheckResult> RunAsync(
        CloudSession session, Trail trail, CheckSelection selection, TimeProvider time, IFeedback feedback,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(selection);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var state = TrailState.Of(CloudState.Of(session, time, feedback, stopping.Token), trail);
        var evaluating = selection.Checks.Select(check => EvaluateAsync(check, state)).ToArray();
        try
        {
            foreach (var result in evaluating)
                yield return session.Mark(await result);
        }
        finally
        {
            // Whoever stops listening leaves no call under way.
            await stopping.CancelAsync();
            await ((Task)Task.WhenAll(evaluating)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<CheckResult> EvaluateAsync(Check check, TrailState state)
    {
        var finding = await FindAsync(check, state);
        return new CheckResult
        {
            CheckId = check.Id,
            Title = check.Title,
            Verdict = finding.Verdict,
            Observed = finding.Observed,
            Reason = check.Reason,
            Remedy = finding.Remedy,
            Controls = check.Controls,
            Details = finding.Details,
            TrailName = state.Trail.Name,
            TrailARN = state.Trail.TrailARN,
        };
    }

    private static async Task<Finding> FindAsync(Check check, TrailState state)
    {
        try
        {
            return await check.EvaluateAsync(state);
        }
        catch (OrgTrailException refusal)
        {
            return Finding.Unseen(refusal.Problem);
        }
    }
}
