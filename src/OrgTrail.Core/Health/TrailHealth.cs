using System.Runtime.CompilerServices;
using OrgTrail.Connection;

namespace OrgTrail.Health;

/// <summary>Makes the checks of a trail: all at once, each call to AWS once, and only those that the checks need.</summary>
internal static class TrailHealth
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
        var facts = new TrailFacts(session, trail, time.GetUtcNow(), feedback, stopping.Token);
        var judging = selection.Checks.Select(check => JudgeAsync(check, facts)).ToArray();
        try
        {
            foreach (var result in judging)
                yield return session.Mark(await result);
        }
        finally
        {
            // Whoever stops listening leaves no call under way.
            await stopping.CancelAsync();
            await ((Task)Task.WhenAll(judging)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<CheckResult> JudgeAsync(Check check, TrailFacts facts)
    {
        var finding = await FindAsync(check, facts);
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
            TrailName = facts.Trail.Name,
            TrailARN = facts.Trail.TrailARN,
        };
    }

    private static async Task<Finding> FindAsync(Check check, TrailFacts facts)
    {
        try
        {
            return await check.JudgeAsync(facts);
        }
        catch (OrgTrailException refusal)
        {
            return Finding.Unseen(refusal.Problem);
        }
    }
}
