using OrgTrail.Policies;

namespace OrgTrail.Health;

/// <summary>Which checks shall be made.</summary>
internal sealed class CheckSelection
{
    private CheckSelection(IReadOnlyList<Check> checks) => Checks = checks;

    /// <summary>All checks there are.</summary>
    public static CheckSelection All { get; } = new(HealthChecks.All);

    /// <summary>The ids of the checks, in the order in which they are reported.</summary>
    public IReadOnlyList<string> Ids => Checks.Select(check => check.Id).ToArray();

    internal IReadOnlyList<Check> Checks { get; }

    /// <summary>Chooses checks by their ids, upper and lower case alike, in which <c>*</c> and <c>?</c> are wildcards.</summary>
    /// <param name="wanted">The checks to make; empty for all.</param>
    /// <param name="excluded">The checks to leave out of those.</param>
    /// <exception cref="OrgTrailException">No check has such an id (<c>UnknownCheck</c>), or none is left (<c>NoCheckLeft</c>).</exception>
    public static CheckSelection Of(IReadOnlyList<string> wanted, IReadOnlyList<string> excluded)
    {
        var chosen = wanted.Count == 0 ? HealthChecks.All : Find(wanted);
        Check[] left = [.. chosen.Except(Find(excluded))];
        return left.Length > 0 ? new(left) : throw new OrgTrailException(new Problem(
            "NoCheckLeft",
            ProblemKind.InvalidInput,
            "Every check that was asked for is excluded, too.",
            "Ask for fewer exclusions."));
    }

    private static IEnumerable<Check> Find(IReadOnlyList<string> patterns)
    {
        var found = patterns.SelectMany(Find).ToHashSet();
        return HealthChecks.All.Where(found.Contains);
    }

    private static Check[] Find(string pattern)
    {
        var glob = Glob.Parse(pattern, ignoreCase: true);
        Check[] found = [.. HealthChecks.All.Where(check => glob.Match(check.Id) == Truth.True)];
        return found.Length > 0 ? found : throw new OrgTrailException(new Problem(
            "UnknownCheck",
            ProblemKind.InvalidInput,
            $"There is no check '{pattern}'.",
            $"The checks are {string.Join(", ", HealthChecks.All.Select(check => check.Id))}."));
    }
}
