namespace OrgTrail;

/// <summary>Why something could not be done, and what to do next. Never holds a secret.</summary>
/// <param name="Id">Stable, in Pascal case, without spaces: <c>TrailNotFound</c>. Scripts may depend on it.</param>
/// <param name="Kind">The sort of trouble.</param>
/// <param name="What">What happened, as one sentence with its full stop.</param>
/// <param name="Advice">What to do next, as one or more sentences.</param>
public sealed record Problem(string Id, ProblemKind Kind, string What, string Advice)
{
    /// <summary>Why it happened, as far as that is known; otherwise <see langword="null"/>.</summary>
    public string? Why { get; init; }

    /// <summary>The error code of the AWS service, for example <c>InsufficientS3BucketPolicyException</c>; <see langword="null"/> when the problem was found before anything was sent.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The id that AWS Support asks for; <see langword="null"/> when no service was involved.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether what was asked for may have been done all the same: no answer of the service came, or one that it failed.</summary>
    internal bool LeavesDoubt => Kind is ProblemKind.TimedOut or ProblemKind.ConnectionFailed or ProblemKind.ServiceFailed;

    /// <summary>What happened and why, for a person to read.</summary>
    public override string ToString() => Why is null ? What : $"{What} {Why}";
}
