using OrgTrail.Problems;

namespace OrgTrail;

/// <summary>The one exception that OrgTrail throws on purpose. Neither it nor what is behind it holds a secret.</summary>
public sealed class OrgTrailException : Exception
{
    /// <summary>Wraps <paramref name="problem"/>.</summary>
    /// <param name="problem">What happened, why, and what to do next.</param>
    /// <param name="cause">The exception that brought it to light, when there was one.</param>
    public OrgTrailException(Problem problem, Exception? cause = null)
        : base(problem.ToString(), cause is null ? null : RedactedException.Of(cause)) => Problem = problem;

    /// <summary>What happened, why, and what to do next.</summary>
    public Problem Problem { get; }

    /// <summary>
    /// The policy as it was before the failed attempt to replace it; <see langword="null"/> when no policy was replaced.
    /// Whether it was is not certain when the answer was lost.
    /// </summary>
    public PolicyBackup? Backup { get => field ?? (InnerException as OrgTrailException)?.Backup; init; }
}
