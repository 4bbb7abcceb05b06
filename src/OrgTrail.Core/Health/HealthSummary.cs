using OrgTrail.Connection;

namespace OrgTrail;

/// <summary>The health of a trail in one line.</summary>
public sealed class HealthSummary : CloudObject
{
    /// <summary>The trail's name.</summary>
    public required string TrailName { get; init; }

    /// <summary>The trail's ARN.</summary>
    public required string TrailARN { get; init; }

    /// <summary>Whether no check failed, and each could be judged: what nobody has seen is not healthy. Warnings do not count.</summary>
    public bool Healthy => FailedChecks.Count + UnknownChecks.Count == 0;

    /// <summary>How many checks passed.</summary>
    public required int Passed { get; init; }

    /// <summary>How many checks failed.</summary>
    public int Failed => FailedChecks.Count;

    /// <summary>How many checks came to a warning.</summary>
    public int Warnings => WarningChecks.Count;

    /// <summary>How many checks could not be judged from this account, or with these permissions.</summary>
    public int Unknown => UnknownChecks.Count;

    /// <summary>The ids of the checks that failed.</summary>
    public required IReadOnlyList<string> FailedChecks { get; init => field = value.ToArray(); }

    /// <summary>The ids of the checks that came to a warning.</summary>
    public required IReadOnlyList<string> WarningChecks { get; init => field = value.ToArray(); }

    /// <summary>The ids of the checks that could not be judged.</summary>
    public required IReadOnlyList<string> UnknownChecks { get; init => field = value.ToArray(); }

    /// <summary>Sums up the results of a trail's checks.</summary>
    /// <param name="trail">The trail.</param>
    /// <param name="results">Its results.</param>
    public static HealthSummary Of(Trail trail, IReadOnlyList<CheckResult> results)
    {
        ArgumentNullException.ThrowIfNull(trail);
        return new()
        {
            TrailName = trail.Name,
            TrailARN = trail.TrailARN,
            Passed = results.Count(result => result.Verdict == CheckVerdict.Pass),
            FailedChecks = Ids(results, CheckVerdict.Fail),
            WarningChecks = Ids(results, CheckVerdict.Warning),
            UnknownChecks = Ids(results, CheckVerdict.Unknown),
        };
    }

    /// <summary>For example <c>acme: 23 passed, 1 failed (BucketPolicy), 2 warnings (Encryption, Tags)</c>.</summary>
    public override string ToString() => string.Join(", ",
    [
        $"{TrailName}: {Passed} passed",
        .. Part(FailedChecks, "failed"),
        .. Part(WarningChecks, Warnings == 1 ? "warning" : "warnings"),
        .. Part(UnknownChecks, "unknown"),
    ]);

    private static string[] Ids(IReadOnlyList<CheckResult> results, CheckVerdict verdict) =>
        [.. results.Where(result => result.Verdict == verdict).Select(result => result.CheckId)];

    private static string[] Part(IReadOnlyList<string> checks, string word) =>
        checks.Count == 0 ? [] : [$"{checks.Count} {word} ({string.Join(", ", checks)})"];
}
