namespace OrgTrail.Operations;

/// <summary>Which refusals of CreateTrail and UpdateTrail go away by themselves.</summary>
internal static class PassingRefusals
{
    // What AWS says while a new role has not spread yet (terraform-provider-aws, internal/service/cloudtrail/trail.go).
    private const string RoleNotSpread = "Access denied.";

    /// <summary>Whether to try again.</summary>
    /// <param name="refusal">What CloudTrail said.</param>
    /// <param name="isPolicyRight">Whether the bucket policy is known to let CloudTrail in, so that it only has to spread.</param>
    public static bool IsPassing(Problem refusal, bool isPolicyRight) => refusal switch
    {
        { Id: ProblemIds.InsufficientBucketPolicy } => isPolicyRight,
        { Id: ProblemIds.Conflict or ProblemIds.ConcurrentModification } => true,
        { ErrorCode: "InvalidCloudWatchLogsRoleArnException" or "InvalidCloudWatchLogsLogGroupArnException" } =>
            refusal.ToString().Contains(RoleNotSpread, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
