namespace OrgTrail.Problems;

/// <summary>Several problems, told at once: who mends one should not meet the next by running again.</summary>
internal static class ProblemList
{
    /// <summary>One problem that tells of all: it has the id and the kind of the first.</summary>
    /// <param name="problems">At least one.</param>
    public static Problem Join(IReadOnlyList<Problem> problems) => problems.Count == 1 ? problems[0] : problems[0] with
    {
        What = string.Join(" ", problems.Select(problem => problem.ToString())),
        Why = null,
        Advice = string.Join(" ", problems.Select(problem => problem.Advice).Distinct()),
    };

    /// <summary>Throws when there are any.</summary>
    /// <exception cref="OrgTrailException">There are.</exception>
    public static void ThrowIfAny(IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0) throw new OrgTrailException(Join(problems));
    }
}
