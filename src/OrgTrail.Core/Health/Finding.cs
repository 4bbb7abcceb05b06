namespace OrgTrail.Health;

/// <summary>What a check found.</summary>
/// <param name="Verdict">What it came to.</param>
/// <param name="Observed">What was seen, as a sentence.</param>
/// <param name="Remedy">The command that mends it; empty when nothing is to be mended.</param>
internal sealed record Finding(CheckVerdict Verdict, string Observed, string Remedy)
{
    /// <summary>What the verdict rests on.</summary>
    public IReadOnlyList<object> Details { get; init; } = [];

    /// <summary>Why AWS would refuse to create or change such a trail; empty when it would not, or not for certain.</summary>
    public IReadOnlyList<Problem> Blocks { get; init; } = [];

    /// <summary>What should be known before such a trail is created or changed; <see langword="null"/> for nothing.</summary>
    public string? Warning { get; init; }

    public static Finding Pass(string observed) => new(CheckVerdict.Pass, observed, "");

    public static Finding Warn(string observed, string remedy) => new(CheckVerdict.Warning, observed, remedy);

    public static Finding Fail(string observed, string remedy) => new(CheckVerdict.Fail, observed, remedy);

    public static Finding Unknown(string observed, string remedy) => new(CheckVerdict.Unknown, observed, remedy);

    /// <summary>What a fact that cannot be read comes to.</summary>
    public static Finding Unseen(Problem problem) =>
        Unknown(problem.ToString(), problem.Advice) with { Details = [problem], Warning = $"{problem} So it was not checked, and CloudTrail decides." };
}
