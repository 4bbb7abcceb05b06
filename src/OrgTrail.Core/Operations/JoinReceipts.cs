using OrgTrail.Integrity;

namespace OrgTrail.Operations;

/// <summary>Joins the receipts of all parts of a proof.</summary>
internal static class JoinReceipts
{
    /// <summary>Joins them to one file.</summary>
    /// <param name="paths">The receipts.</param>
    /// <param name="destination">Where the joined one is written.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What the whole came to.</returns>
    public static async Task<IntegrityReport> RunAsync(IReadOnlyList<string> paths, string destination, TimeProvider time, CancellationToken cancellation)
    {
        var parts = new List<(string Path, Receipt Receipt)>();
        foreach (var path in paths)
            parts.Add((path, await ReceiptFile.ReadAsync(path, time, cancellation)));
        var joined = ReceiptJoin.Join(parts, time.GetUtcNow());
        await ReceiptFile.WriteAsync(destination, joined, cancellation);
        return IntegrityReport.Of(joined.TrailArn, [.. joined.Results.Select(result => ToResult(joined, result))]);
    }

    private static IntegrityResult ToResult(Receipt receipt, ReceiptResult result)
    {
        var proven = receipt.Chains.Where(chain => chain is { IsBackfill: false, Last: not null } && chain.AccountId == result.AccountId && chain.Region == result.Region).ToArray();
        return new()
        {
            TrailARN = receipt.TrailArn,
            AccountId = result.AccountId,
            Region = result.Region,
            Verdict = result.Verdict,
            Digests = result.Digests,
            Logs = result.Logs,
            Bytes = result.Bytes,
            ProvenFrom = proven.Length == 0 ? null : proven[0].First?.Start,
            ProvenTo = proven.Length == 0 ? null : proven[0].Last?.End,
        };
    }
}
