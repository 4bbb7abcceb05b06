namespace OrgTrail.Policies;

/// <summary>What can come between a policy and who writes it.</summary>
internal static class PolicyWriteProblems
{
    /// <summary>Somebody else goes on writing.</summary>
    public static Problem Contended(LivePolicy live) => new(
        live.Kind == PolicyKind.Key ? ProblemIds.KeyPolicyChanged : ProblemIds.BucketPolicyChanged,
        ProblemKind.Conflict,
        $"Somebody else keeps writing the policy of {live.Owner}: whatever was merged into it was written over at once.",
        "Find out who writes it (CloudTrail records PutBucketPolicy and PutKeyPolicy), let that come to an end, and run the command again.");

    /// <summary>AWS took the policy and shows another one.</summary>
    public static Problem NotShown(LivePolicy live) => new(
        ProblemIds.PolicyNotShown,
        ProblemKind.Conflict,
        $"AWS took the policy of {live.Owner}, and does not show it yet.",
        "Run the command again in a minute: it merges into the policy that is shown then.");

    /// <summary>A request was given up, and may still arrive.</summary>
    public static Problem MayStillArrive(LivePolicy live) => new(
        ProblemIds.PolicyNotShown,
        ProblemKind.Conflict,
        $"A request to write the policy of {live.Owner} was given up and may still arrive, so what is there now may not stay.",
        "Run the command again in a minute: it looks whether all is as it shall be.");

    /// <summary>Statements of others were there before and are not any more.</summary>
    public static Problem Gone(LivePolicy live, IReadOnlyList<string> statements, PolicyBackup? backup) => new(
        "PolicyStatementsGone",
        ProblemKind.Conflict,
        $"While the policy of {live.Owner} was written, somebody else wrote it, too. What was to be added is there, but these statements of others, which were there before, are gone or changed: {string.Join(", ", statements)}.",
        $"When nobody meant that, put them back: the policy as it was before is {Place(backup)}.");

    private static string Place(PolicyBackup? backup) => backup?.Path is { } file
        ? $"in {file}"
        : "the error's Exception.Backup.Policy; after Deploy-OrgTrail it stands in the Backups of the error's TargetObject";
}
