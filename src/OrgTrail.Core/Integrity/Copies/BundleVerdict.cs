namespace OrgTrail.Integrity;

/// <summary>What came of one account and Region, as a bundle keeps it.</summary>
internal sealed record BundleVerdict(
    string AccountId, string Region, IntegrityVerdict Verdict, long Digests, long Logs, long Bytes, DateTimeOffset? ProvenFrom, DateTimeOffset? ProvenTo, IReadOnlyList<IntegrityFinding> Findings)
{
    public static BundleVerdict Of(IntegrityResult result) => new(
        result.AccountId, result.Region, result.Verdict, result.Digests, result.Logs, result.Bytes, result.ProvenFrom, result.ProvenTo, result.Findings);
}
