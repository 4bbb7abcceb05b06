namespace OrgTrail.Operations;

/// <summary>Which refusals go away by themselves, whatever was changed before.</summary>
internal static class TransientErrors
{
    // What AWS says while a new role has not spread yet (terraform-provider-aws, internal/service/cloudtrail/trail.go).
    private const string RoleNotSpread = "Access denied.";

    // A new bucket policy or role takes seconds, seldom more than half a minute, to spread.
    private static readonly TimeSpan Spreading = TimeSpan.FromSeconds(60);

    // Most such calls the SDK has repeated several times already, but for those that nobody but the step may repeat.
    private static readonly TimeSpan Trouble = TimeSpan.FromSeconds(30);

    // An answer takes a minute to be given up: long enough for one more attempt, or a look whether it was done.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(90);

    // These waits are counted where they are made, and are needed however long the calls before them took.
    private static readonly TimeSpan Looking = TimeSpan.FromMinutes(5);

    /// <summary>Whether to try again.</summary>
    public static bool Include(Problem refusal) => refusal switch
    {
        { Id: ProblemIds.BucketBusy or ProblemIds.Conflict or ProblemIds.ConcurrentModification } => true,
        { Id: ProblemIds.BucketPolicyChanged or ProblemIds.KeyPolicyChanged or ProblemIds.PolicyNotShown } => true,
        { Kind: ProblemKind.Throttled } or { LeavesDoubt: true } => true,
        { ErrorCode: "InvalidCloudWatchLogsRoleArnException" or "InvalidCloudWatchLogsLogGroupArnException" } =>
            refusal.ToString().Contains(RoleNotSpread, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>For how long, from the first attempt on.</summary>
    public static TimeSpan LimitOf(Problem refusal) => refusal switch
    {
        { Id: ProblemIds.PolicyNotShown } => Looking,
        { Kind: ProblemKind.TimedOut } => Silence,
        { Kind: ProblemKind.Throttled } or { LeavesDoubt: true } => Trouble,
        _ => Spreading,
    };
}
