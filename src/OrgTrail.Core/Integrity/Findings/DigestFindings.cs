using System.Globalization;

namespace OrgTrail.Integrity;

/// <summary>The words for what is wrong with digests.</summary>
internal static class DigestFindings
{
    private const string WhoChanged = "Look in the bucket's versions and access logs, and in the data events of the bucket, for who wrote or deleted it.";
    private const string LostLogs = "The log files of its time are not proved: whatever it says of them may be false.";

    public static IntegrityFinding Missing(string key, DateTimeOffset? after) => Failure(
        FindingKind.DigestMissing, key,
        $"The digest is not there{(after is { } time ? $", nor is any other between it and {Text(time)}" : "")}.",
        "The digest behind it follows it, so CloudTrail delivered it, and it was deleted since. The log files of its time are not proved.",
        $"Restore it from the bucket's versions. {WhoChanged} Where a lifecycle rule deletes old logs, give -StartTime.");

    public static IntegrityFinding FinalMissing(DateTimeOffset end, DateTimeOffset stopped) => Failure(
        FindingKind.DigestMissing, null,
        $"The last digest before logging was stopped ends at {Text(end)}, and logging was stopped at {Text(stopped)}.",
        "CloudTrail delivers a final digest when logging stops. It, and those between, are not there.",
        WhoChanged);

    public static IntegrityFinding Modified(string key) => Failure(
        FindingKind.DigestModified, key,
        "Its content is not the one that the digest behind it names by hash.",
        $"It was changed after its delivery. {LostLogs}",
        $"Restore it from the bucket's versions. {WhoChanged}");

    public static IntegrityFinding Repacked(string key, string defect) => Failure(
        FindingKind.DigestModified, key,
        $"The file around the digest is not as CloudTrail writes it: {defect}.",
        "It was written again by somebody else. What it says is proved by its signature all the same.",
        WhoChanged);

    public static IntegrityFinding Malformed(string key, string defect) => Failure(
        FindingKind.DigestMalformed, key,
        $"What lies there is no digest: {defect}.",
        LostLogs,
        $"Restore it from the bucket's versions. {WhoChanged}");

    public static IntegrityFinding Moved(ListedDigest listed, DigestDocument document) => Failure(
        FindingKind.DigestMoved, listed.Key,
        $"The digest that lies there was delivered to {document.Bucket}/{document.Key}.",
        $"It was copied here, in the place of another or of none. {LostLogs}",
        WhoChanged);

    public static IntegrityFinding SignatureInvalid(string key, string observed, bool isContentProved) => Failure(
        FindingKind.DigestSignatureInvalid, key,
        observed,
        isContentProved ? "Its metadata was changed after its delivery. What it says is proved by the digest behind it, which repeats its signature." : $"It was not signed by CloudTrail as it is. {LostLogs}",
        WhoChanged);

    public static IntegrityFinding SignatureWeak(string key) => Failure(
        FindingKind.DigestSignatureWeak, key,
        "Its signature is made with another hash than SHA-256.",
        $"CloudTrail signs with SHA-256 only; with SHA-1 and MD5 a signature can be forged. {LostLogs}",
        WhoChanged);

    public static IntegrityFinding RestsOnNothing(string key) => Unknown(
        FindingKind.DigestSignatureInvalid, key,
        "There is no signature for it: neither in its metadata nor in a digest behind it.",
        "A copy without metadata has lost it. A digest's signature stands in the one behind it, so the newest rests on nothing.",
        "Prove a bundle of Export-OrgTrailEvidence, which keeps metadata, or the bucket itself.");

    public static IntegrityFinding KeyUnknown(string key, string region, string fingerprint, Problem? refusal) => refusal is null
        ? Failure(
            FindingKind.DigestKeyUnknown, key,
            $"CloudTrail has no key with the fingerprint {Short(fingerprint)} in {region}.",
            $"It was not signed by CloudTrail. {LostLogs}",
            WhoChanged)
        : Unknown(
            FindingKind.DigestKeyUnknown, key,
            $"The key with the fingerprint {Short(fingerprint)} cannot be seen in {region}: {refusal}",
            "Without it the signature is not judged.",
            $"Allow the caller cloudtrail:ListPublicKeys in {region}. {refusal.Advice}");

    public static IntegrityFinding Unreadable(ListedDigest digest, Problem problem) => Unknown(
        FindingKind.DigestUnreadable, digest.Key,
        problem.ToString(),
        "What cannot be read is neither proved nor refuted.",
        Restoring.Remedy(digest.Bucket, digest.Key, problem));

    public static IntegrityFinding Unreadable(ListedDigest digest, string why) => Unknown(
        FindingKind.DigestUnreadable, digest.Key,
        $"It broke off while it was read: {why}",
        "What cannot be read is neither proved nor refuted.",
        "Try again.");

    internal static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length <= 64 ? text : text[..64] + "…";

    private static IntegrityFinding Failure(FindingKind kind, string? key, string observed, string reason, string remedy) =>
        new() { Kind = kind, Severity = FindingSeverity.Failure, Key = key, Observed = observed, Reason = reason, Remedy = remedy };

    private static IntegrityFinding Unknown(FindingKind kind, string? key, string observed, string reason, string remedy) =>
        new() { Kind = kind, Severity = FindingSeverity.Unknown, Key = key, Observed = observed, Reason = reason, Remedy = remedy };
}
