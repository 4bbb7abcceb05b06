namespace OrgTrail.State;

/// <summary>Something that a trail sends to besides its bucket: an SNS topic, a log group, or the role by which CloudTrail writes there.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Policy">The policy that lets CloudTrail in. Nothing reads it yet: it is not visible, and AWS decides.</param>
internal sealed record Destination(string Arn, Fact<string?> Policy)
{
    /// <summary>One that a trail names; <see langword="null"/> when it names none.</summary>
    /// <param name="kind">What it is, for people.</param>
    /// <param name="arn">Its ARN.</param>
    public static Destination? Of(string kind, string? arn) => string.IsNullOrEmpty(arn) ? null : new(arn, Fact<string?>.Of(new(null, new Problem(
        ProblemIds.AccessDenied,
        ProblemKind.PermissionDenied,
        $"The policy of the {kind} {arn} cannot be seen.",
        "CloudTrail looks at it when the trail is created or changed."))));
}
