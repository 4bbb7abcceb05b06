using OrgTrail.Problems;

namespace OrgTrail;

/// <summary>Why something could not be done, and what to do next. Never holds a secret.</summary>
/// <param name="Id">Stable, in Pascal case, without spaces: <c>TrailNotFound</c>. Scripts may depend on it.</param>
/// <param name="Kind">The sort of trouble.</param>
/// <param name="What">What happened, as one sentence with its full stop.</param>
/// <param name="Advice">What to do next, as one or more sentences.</param>
public sealed record Problem(string Id, ProblemKind Kind, string What, string Advice)
{
    /// <summary>What happened, as one sentence with its full stop.</summary>
    public string What { get; init => field = ShownText.Of(value); } = ShownText.Of(What);

    /// <summary>What to do next, as one or more sentences.</summary>
    public string Advice { get; init => field = ShownText.Of(value); } = ShownText.Of(Advice);

    /// <summary>Why it happened, as far as that is known; otherwise <see langword="null"/>.</summary>
    public string? Why { get; init => field = Masked(value); }

    /// <summary>The error code of the AWS service, for example <c>InsufficientS3BucketPolicyException</c>; <see langword="null"/> when the problem was found before anything was sent.</summary>
    public string? ErrorCode { get; init => field = Masked(value); }

    /// <summary>The id that AWS Support asks for; <see langword="null"/> when no service was involved.</summary>
    public string? RequestId { get; init => field = Masked(value); }

    /// <summary>Whether what was asked for may have been done all the same: no answer of the service came, or one that it failed.</summary>
    internal bool LeavesDoubt => Kind is ProblemKind.TimedOut or ProblemKind.ConnectionFailed or ProblemKind.ServiceFailed;

    /// <summary>What happened and why, for a person to read.</summary>
    public override string ToString() => Why is null ? What : $"{What} {Why}";

    /// <summary>The problem without the secrets that have become known since it was made.</summary>
    internal Problem Masked() => new(Id, Kind, What, Advice) { Why = Why, ErrorCode = ErrorCode, RequestId = RequestId };

    private static string? Masked(string? text) => text is null ? null : ShownText.Of(text);
}
