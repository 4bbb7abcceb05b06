using OrgTrail.Connection;
using OrgTrail.Health;
using OrgTrail.Problems;

namespace OrgTrail;

/// <summary>What one health check of a trail found, why it matters, and what mends it.</summary>
public sealed class CheckResult : CloudObject
{
    /// <summary>The check's id, stable: scripts may depend on it. For example <c>Logging</c> or <c>BucketPolicy</c>.</summary>
    public required string CheckId { get; init; }

    /// <summary>What is checked, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What it came to.</summary>
    public required CheckVerdict Verdict { get; init; }

    /// <summary>What was seen.</summary>
    public required string Observed { get; init => field = ShownText.Of(value); }

    /// <summary>Why it matters.</summary>
    public required string Reason { get; init => field = ShownText.Of(value); }

    /// <summary>The command that mends it, or what else to do; empty for <see cref="CheckVerdict.Pass"/>. What stands in angle brackets is yours to fill in.</summary>
    public string Remedy { get; init => field = ShownText.Of(value); } = "";

    /// <summary>The controls of public benchmarks that the check answers, each with the benchmark's version: <c>CIS v3.0.0 3.1</c>, <c>Security Hub CloudTrail.1</c>.</summary>
    public IReadOnlyList<string> Controls { get; init => field = new Listed<string>(value); } = new Listed<string>([]);

    /// <summary>What the verdict rests on, one finding an item: accounts, statements, trails.</summary>
    public IReadOnlyList<object> Details { get; init => field = new Listed<object>(value); } = new Listed<object>([]);

    /// <summary>The trail's name.</summary>
    public required string TrailName { get; init; }

    /// <summary>The trail's ARN.</summary>
    public required string TrailARN { get; init; }

    /// <summary>The verdict in one line.</summary>
    public override string ToString() => $"{Verdict} {CheckId}: {Observed}";
}
