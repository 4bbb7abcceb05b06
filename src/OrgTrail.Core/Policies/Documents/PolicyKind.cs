using System.Text;

namespace OrgTrail.Policies;

/// <summary>What a resource policy is attached to, and what the service that keeps it accepts.</summary>
internal sealed class PolicyKind
{
    // Blanks and escapes make a text longer than the policy that it holds.
    private const int LongestSpelling = 16;

    private readonly string _noun;
    private readonly string _limit;
    private readonly string _advice;

    private PolicyKind(string noun, int mostBytes, string limit, string advice)
    {
        _noun = noun;
        _limit = limit;
        _advice = advice;
        MostBytes = mostBytes;
    }

    /// <summary>Policies of S3 buckets. Amazon S3 user guide, "Bucket policies": 20 KB.</summary>
    public static PolicyKind Bucket { get; } = new(
        "bucket",
        PolicyDocument.BucketPolicyLimit,
        "20 KB) that Amazon S3 accepts",
        "Remove statements that are no longer needed, join statements that differ only in their principals or resources into one with a list, or use a bucket of its own for the trails.");

    /// <summary>
    /// Policies of KMS keys. AWS KMS developer guide, "Resource quotas": 32 KB. KMS takes a statement without Action or
    /// Resource, which then has no effect, and only characters up to U+00FF (KMS API reference, PutKeyPolicy).
    /// </summary>
    public static PolicyKind Key { get; } = new(
        "key",
        32 * 1024,
        "32 KB) that AWS KMS accepts",
        "Remove statements that are no longer needed, join statements that differ only in their principals into one with a list, or use a key of its own for the trails.")
    {
        ToleratesGaps = true,
        Latin1Only = true,
    };

    /// <summary>Policies of SNS topics. Amazon SNS developer guide, "Amazon SNS API permissions", Policy quotas: 30 KB and 100 statements.</summary>
    public static PolicyKind Topic { get; } = new(
        "topic",
        30 * 1024,
        "30 KB) that Amazon SNS accepts",
        "Remove statements that are no longer needed, join statements that differ only in their principals into one with a list, or use a topic of its own for the trails.")
    {
        MostStatements = 100,
    };

    /// <summary>The largest policy, in bytes of UTF-8 without insignificant blanks.</summary>
    public int MostBytes { get; }

    private int MostStatements { get; init; } = int.MaxValue;

    /// <summary>What has such policies, for people: <c>bucket</c>.</summary>
    internal string Noun => _noun;

    private bool ToleratesGaps { get; init; }

    private bool Latin1Only { get; init; }

    /// <summary>Reads a policy.</summary>
    /// <param name="text">Its JSON text; <see langword="null"/> or blank for a policy without statements.</param>
    /// <param name="name">What it is attached to, for the message; <see langword="null"/> when that is not known.</param>
    /// <exception cref="OrgTrailException">
    /// The text is not a policy (<c>MalformedPolicy</c>), or one that the service never accepted (<c>PolicyTooLarge</c>): it is
    /// refused before anything is made of it.
    /// </exception>
    internal PolicyDocument Read(string? text, string? name = null) =>
        string.IsNullOrWhiteSpace(text) ? PolicyDocument.Empty() : Parse(text, name);

    /// <summary>The same for a text that must not be blank.</summary>
    internal PolicyDocument Parse(string text, string? name)
    {
        if (text.Length > MostBytes * LongestSpelling) throw TooLarge(name, $"{text.Length} characters, many more than the {MostBytes} bytes ({_limit}");

        var policy = PolicyDocument.Parse(text, ToleratesGaps);
        RequireFits(policy, name);
        return policy;
    }

    /// <summary>Refuses a policy that is larger than the service accepts.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="name">What it is attached to, for the message; <see langword="null"/> when that is not known.</param>
    /// <exception cref="OrgTrailException"><c>PolicyTooLarge</c>.</exception>
    internal void RequireFits(PolicyDocument policy, string? name)
    {
        var size = Encoding.UTF8.GetByteCount(Spelled(policy.Minified));
        if (size > MostBytes)
        {
            throw TooLarge(name, $"{size} bytes, {size - MostBytes} more than the {MostBytes} ({_limit}");
        }

        if (policy.Statements.Count > MostStatements)
        {
            throw TooLarge(name, $"{policy.Statements.Count} statements; the service accepts {MostStatements}");
        }
    }

    /// <summary>The policy as text to send: indented while that fits, since no service says whether blanks count towards its limit.</summary>
    internal string Text(PolicyDocument policy)
    {
        var indented = Spelled(policy.Indented);
        return Encoding.UTF8.GetByteCount(indented) <= MostBytes ? indented : Spelled(policy.Minified);
    }

    // Only strings of a JSON text hold such characters, and there an escape means the same.
    private string Spelled(string json) => Latin1Only && json.Any(c => c > '\u00FF')
        ? string.Concat(json.Select(c => c > '\u00FF' ? $"\\u{(int)c:x4}" : c.ToString()))
        : json;

    private OrgTrailException TooLarge(string? name, string size) => new(new Problem(
        "PolicyTooLarge",
        ProblemKind.LimitExceeded,
        $"The policy of {(name is null ? $"the {_noun}" : $"{_noun} '{name}'")} has {size}.",
        _advice));
}
