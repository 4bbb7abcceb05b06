namespace OrgTrail.Integrity;

/// <summary>What came of one account and Region, as a receipt keeps it.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Region">The Region.</param>
/// <param name="Verdict">What the proof came to.</param>
/// <param name="Digests">How many digests were proved.</param>
/// <param name="Logs">How many log files were proved.</param>
/// <param name="Bytes">How many bytes they have, uncompressed.</param>
internal sealed record ReceiptResult(string AccountId, string Region, IntegrityVerdict Verdict, long Digests, long Logs, long Bytes);
