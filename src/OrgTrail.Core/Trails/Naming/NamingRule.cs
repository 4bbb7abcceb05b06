namespace OrgTrail.Trails;

/// <summary>What AWS demands of a name or an id, checked before anything is sent.</summary>
internal sealed class NamingRule
{
    private const int LongestQuote = 80;

    private readonly string _problemId;
    private readonly string _noun;
    private readonly string _advice;
    private readonly Func<string, string?> _fault;

    /// <summary>A rule of its own id, which judges by <paramref name="fault"/>.</summary>
    /// <param name="problemId">The id of the problem of a value that breaks the rule.</param>
    /// <param name="noun">What is named, to stand before the value in a sentence.</param>
    /// <param name="advice">The rule in words, as an instruction.</param>
    /// <param name="fault">What is wrong with a value, to stand behind it in a sentence; <see langword="null"/> when nothing is.</param>
    internal NamingRule(string problemId, string noun, string advice, Func<string, string?> fault)
    {
        _problemId = problemId;
        _noun = noun;
        _advice = advice;
        _fault = fault;
    }

    /// <summary>Names of trails; problem <c>InvalidTrailName</c>.</summary>
    public static NamingRule TrailName { get; } = TrailNameRule.Rule;

    /// <summary>Names of S3 buckets that CloudTrail delivers to; problem <c>InvalidBucketName</c>.</summary>
    public static NamingRule BucketName { get; } = BucketNameRule.Rule;

    /// <summary>The prefix of a trail's objects in its bucket. Empty is valid and means none; problem <c>InvalidS3KeyPrefix</c>.</summary>
    public static NamingRule S3KeyPrefix { get; } = S3KeyPrefixRule.Rule;

    /// <summary>Ids of organizations, such as <c>o-exampleorgid</c>; problem <c>InvalidOrganizationId</c>.</summary>
    public static NamingRule OrganizationId { get; } = IdRules.OrganizationId;

    /// <summary>Ids of AWS accounts; problem <c>InvalidAccountId</c>.</summary>
    public static NamingRule AccountId { get; } = IdRules.AccountId;

    /// <summary>Names of AWS Regions, by their shape: a new Region of a known partition is valid; problem <c>InvalidRegion</c>.</summary>
    public static NamingRule Region { get; } = RegionRule.Rule;

    /// <summary>What is wrong with <paramref name="value"/>, in the words of the rule that it breaks.</summary>
    /// <param name="value">The name or id; <see langword="null"/> counts as empty.</param>
    /// <returns><see langword="null"/> when the value is valid.</returns>
    public Problem? Check(string? value)
    {
        var text = value ?? "";
        return _fault(text) is { } fault
            ? new Problem(_problemId, ProblemKind.InvalidInput, Sentence(text, fault), _advice)
            : null;
    }

    /// <summary>Passes a valid value on.</summary>
    /// <param name="value">The name or id; <see langword="null"/> counts as empty.</param>
    /// <returns><paramref name="value"/> as it is.</returns>
    /// <exception cref="OrgTrailException">The value breaks the rule.</exception>
    public string Require(string? value) =>
        Check(value) is { } problem ? throw new OrgTrailException(problem) : value ?? "";

    /// <summary>A value between quotation marks: cut when long, on one line, so that a pasted file does not fill the screen.</summary>
    internal static string Quote(string value)
    {
        var shown = value.Length > LongestQuote ? string.Concat(value.AsSpan(0, LongestQuote), "…") : value;
        return $"'{string.Concat(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c))}'";
    }

    private string Sentence(string value, string fault) =>
        value.Length == 0 ? $"The {_noun} {fault}." : $"{char.ToUpperInvariant(_noun[0])}{_noun[1..]} {Quote(value)} {fault}.";
}
