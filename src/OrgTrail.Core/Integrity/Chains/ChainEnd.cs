using static OrgTrail.Integrity.DigestFindings;

namespace OrgTrail.Integrity;

/// <summary>
/// Judges where a chain ends. What is late is judged by the asked end and by what AWS says it delivered, never by a clock of
/// ours: nobody signs that a chain ends here.
/// </summary>
internal static class ChainEnd
{
    /// <summary>What is wrong with the newest digest of a chain; <see langword="null"/> for nothing.</summary>
    public static IntegrityFinding? Judge(ProofScope scope, LaneTask task, ListedDigest newest)
    {
        if (scope.To is { } asked && newest.End >= asked) return null;
        if (scope.LatestDigest is { } latest) return JudgeByStatus(scope, task, newest, latest);
        return scope.To is { } to && newest.End + Lateness.Hour + Lateness.OfDigest < to
            ? ChainFindings.EndMissing(Severity(task.Membership, FindingSeverity.Unknown), newest.End, $"{Text(to)} was asked for.", "Whether CloudTrail delivered later ones is not known: the trail's status was not seen.")
            : null;
    }

    /// <summary>What it means that a lane has no digest.</summary>
    public static IntegrityFinding Nothing(LaneTask task, bool hasLogs, bool isShared) => task.Membership switch
    {
        _ when hasLogs && isShared => ChainFindings.NoDigests(FindingSeverity.Unknown, "There are log files, which may be those of another trail: its digests lie in the same folder."),
        _ when hasLogs => ChainFindings.NoDigests(FindingSeverity.Failure, "There are log files, which nothing proves: the digests were deleted, or log file validation was off."),
        Membership.Active when task.IsExpected => ChainFindings.NoDigests(FindingSeverity.Failure, "CloudTrail delivers a digest every hour for every account that is in use, also when nothing happened: they were deleted, or CloudTrail does not deliver."),
        _ => ChainFindings.NoDigests(FindingSeverity.Unknown, "Nothing found is nothing proved."),
    };

    private static IntegrityFinding? JudgeByStatus(ProofScope scope, LaneTask task, ListedDigest newest, DateTimeOffset latest)
    {
        // All that ends before was due by then; the digest of the asked end, when it was due at all.
        var due = latest - Lateness.Hour - Lateness.OfDigest;
        if (scope.To is { } asked && asked < due) due = asked;
        var isOwn = task.Lane.AccountId == scope.Trail.AccountId && task.Lane.Region == scope.Trail.Region;
        var isLatestThere = scope.To is not null || !isOwn || newest.LastModified is not { } written || written + Lateness.OfStatus >= latest;
        if (newest.End >= due && isLatestThere) return null;
        return ChainFindings.EndMissing(
            Severity(task.Membership, FindingSeverity.Failure),
            newest.End,
            $"CloudTrail delivered the trail's newest at {Text(latest)}.",
            task.Membership == Membership.Left
                ? "The account is not in the organization any more: its chain ended when it left."
                : "Digests come every hour from every account and Region, also when nothing happened, and at most 90 minutes late: later ones were deleted, or CloudTrail could not deliver them.");
    }

    private static FindingSeverity Severity(Membership membership, FindingSeverity usual) => membership switch
    {
        Membership.Active => usual,
        Membership.Left => FindingSeverity.Notice,
        _ => FindingSeverity.Unknown,
    };
}
