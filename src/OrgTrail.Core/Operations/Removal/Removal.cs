namespace OrgTrail.Operations;

/// <summary>The steps of a removal, in their order. Each run leaves behind a state from which the next goes on.</summary>
/// <param name="steps">The steps.</param>
/// <param name="again">The command that goes on when a step was refused.</param>
internal sealed class Removal(IReadOnlyList<RemovalStep> steps, string again)
{
    /// <summary>What it comes to, for people.</summary>
    public IReadOnlyList<string> Changes => [.. steps.SelectMany(step => (string[])[step.Name, .. step.Consequences])];

    /// <summary>Does all steps.</summary>
    /// <returns>Their names.</returns>
    /// <exception cref="OrgTrailException">A step was refused; the problem says what is done, and what is not.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            try
            {
                await steps[i].Run(cancellation);
            }
            catch (OrgTrailException refusal) when (steps.Count > 1)
            {
                throw new OrgTrailException(HalfWay(i, refusal.Problem), refusal);
            }
        }

        return [.. steps.Select(step => step.Name)];
    }

    private Problem HalfWay(int failed, Problem refusal) => refusal with
    {
        What = $"Removing stopped half-way. Done: {Names(steps.Take(failed))}. Failed: {steps[failed].Name}. Not done: {Names(steps.Skip(failed + 1))}. {refusal.What}",
        Advice = $"{refusal.Advice} Then run again: it goes on from there. Name the trails, since Get-OrgTrail no longer emits those that are gone: {again}",
    };

    private static string Names(IEnumerable<RemovalStep> some) =>
        string.Join(", ", some.Select(step => step.Name)) is { Length: > 0 } names ? names : "nothing";
}
