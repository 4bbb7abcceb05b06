namespace OrgTrail.Integrity;

/// <summary>The words for what is wrong with log files.</summary>
internal static class LogFindings
{
    private const string WhoChanged = "Look in the bucket's versions and access logs, and in the data events of the bucket, for who wrote or deleted it.";

    public static IntegrityFinding Modified(string key, string observed) => new()
    {
        Kind = FindingKind.LogModified,
        Severity = FindingSeverity.Failure,
        Key = key,
        Observed = observed,
        Reason = "It is not the log file that CloudTrail delivered, which its signed digest names by hash.",
        Remedy = $"Restore it from the bucket's versions. {WhoChanged}",
    };

    public static IntegrityFinding Missing(string bucket, string key) => new()
    {
        Kind = FindingKind.LogMissing,
        Severity = FindingSeverity.Failure,
        Key = key,
        Observed = $"The log file is not in bucket {bucket}.",
        Reason = "Its signed digest lists it, so CloudTrail delivered it, and it was deleted since.",
        Remedy = $"Restore it from the bucket's versions. {WhoChanged}",
    };

    public static IntegrityFinding Unreadable(string bucket, string key, Problem problem) => new()
    {
        Kind = problem.Id == ProblemIds.ObjectArchived ? FindingKind.LogArchived : FindingKind.LogUnreadable,
        Severity = FindingSeverity.Unknown,
        Key = key,
        Observed = problem.ToString(),
        Reason = "What cannot be read is neither proved nor refuted.",
        Remedy = Restoring.Remedy(bucket, key, problem),
    };

    public static IntegrityFinding BrokeOff(string key, string why) => new()
    {
        Kind = FindingKind.LogUnreadable,
        Severity = FindingSeverity.Unknown,
        Key = key,
        Observed = $"It broke off while it was read: {why}",
        Reason = "What cannot be read is neither proved nor refuted.",
        Remedy = "Try again.",
    };

    public static IntegrityFinding Unlisted(string key, bool isShared) => new()
    {
        Kind = FindingKind.LogUnlisted,
        Severity = isShared ? FindingSeverity.Unknown : FindingSeverity.Failure,
        Key = key,
        Observed = "No digest lists the file.",
        Reason = isShared
            ? "Another trail delivers its digests to the same folder, and the names of log files do not tell the trail: it may be that trail's."
            : "CloudTrail did not deliver it while log file validation was on: somebody put it there, or validation was off at the time.",
        Remedy = isShared ? "Prove the other trail's logs as well, and compare." : WhoChanged,
    };

    public static IntegrityFinding NotYetListed(string key) => new()
    {
        Kind = FindingKind.LogNotYetListed,
        Severity = FindingSeverity.Notice,
        Key = key,
        Observed = "The file is younger than the newest digest.",
        Reason = "Digests come every hour; the next one lists it.",
        Remedy = "Run the proof again in two hours.",
    };

    public static IntegrityFinding LeftOut() => new()
    {
        Kind = FindingKind.LogUnreadable,
        Severity = FindingSeverity.Notice,
        Observed = "The bundle has no log files.",
        Reason = "What is proved are the digests, and with them the hash that each log file must have.",
        Remedy = "Export-OrgTrailEvidence -IncludeLog makes a bundle with log files.",
    };

    public static IntegrityFinding ListingRefused(string prefix, Problem problem) => new()
    {
        Kind = FindingKind.LogUnreadable,
        Severity = FindingSeverity.Unknown,
        Observed = $"What lies under {prefix} cannot be listed: {problem}",
        Reason = "Whether files lie there that no digest lists is not known.",
        Remedy = problem.Advice,
    };
}
