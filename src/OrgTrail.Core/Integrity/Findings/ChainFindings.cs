using static OrgTrail.Integrity.DigestFindings;

namespace OrgTrail.Integrity;

/// <summary>The words for what is wrong with chains.</summary>
internal static class ChainFindings
{
    public static IntegrityFinding Gap(DateTimeOffset from, DateTimeOffset to, bool isLinked) => new()
    {
        Kind = FindingKind.ChainGap,
        Severity = FindingSeverity.Notice,
        Observed = from < to
            ? $"CloudTrail delivered no log files between {Text(from)} and {Text(to)}."
            : $"The chain begins anew at {Text(to)}.",
        Reason = isLinked
            ? "The digest behind the gap follows the one in front of it, so none is missing: there was nothing to deliver to, or delivery was late."
            : "The digest behind the gap is the first of a chain: logging was stopped and started, or validation was switched off and on. What happened in between was not logged or is not proved.",
        Remedy = "Look for StopLogging, UpdateTrail and DeleteTrail in the events around that time.",
    };

    public static IntegrityFinding Broken(string key, string follower) => new()
    {
        Kind = FindingKind.ChainBroken,
        Severity = FindingSeverity.Failure,
        Key = key,
        Observed = $"The chain goes past this digest: {follower} follows an earlier one.",
        Reason = "It is signed by CloudTrail for this place, and not part of the chain. After an outage CloudTrail may deliver out of order, which mends itself; otherwise somebody put it there, or a chain was cut and spliced.",
        Remedy = "Run the proof again in a day. If the finding stays, look in the bucket's versions and access logs for who wrote the digests around it.",
    };

    public static IntegrityFinding EndMissing(FindingSeverity severity, DateTimeOffset end, string expected, string reason) => new()
    {
        Kind = FindingKind.ChainEndMissing,
        Severity = severity,
        Observed = $"The newest digest ends at {Text(end)}; {expected}",
        Reason = reason,
        Remedy = severity == FindingSeverity.Notice ? "" : "Look in the bucket's versions and access logs for who deleted digests, and with Test-OrgTrail whether CloudTrail delivers.",
    };

    public static IntegrityFinding NoDigests(FindingSeverity severity, string reason) => new()
    {
        Kind = FindingKind.NoDigests,
        Severity = severity,
        Observed = "There is no digest of this account and Region in the time that was asked for.",
        Reason = reason,
        Remedy = "Test-OrgTrail and Get-OrgTrailStatus show whether CloudTrail delivers; the bucket's versions and access logs, who deleted what it delivered.",
    };

    public static IntegrityFinding ListingRefused(string prefix, Problem problem) => new()
    {
        Kind = FindingKind.DigestUnreadable,
        Severity = FindingSeverity.Unknown,
        Observed = $"What lies under {prefix} cannot be listed: {problem}",
        Reason = "What cannot be read is neither proved nor refuted.",
        Remedy = problem.Advice,
    };

    public static IntegrityFinding Contradicted(string? key, string observed) => new()
    {
        Kind = FindingKind.ReceiptContradicted,
        Severity = FindingSeverity.Failure,
        Key = key,
        Observed = observed,
        Reason = "An earlier receipt says that it was proved: since then somebody deleted it, or wrote something else in its place.",
        Remedy = "Look in the bucket's versions and access logs for who wrote or deleted it since the receipt.",
    };
}
