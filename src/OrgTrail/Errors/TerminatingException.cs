namespace OrgTrail.Pipeline;

/// <summary>Wraps a problem that is the same for every input: the cmdlet reports it once and ends.</summary>
/// <param name="problem">The problem.</param>
internal sealed class TerminatingException(OrgTrailException problem) : Exception(problem.Message, problem)
{
    /// <summary>The problem.</summary>
    internal OrgTrailException Problem { get; } = problem;
}
