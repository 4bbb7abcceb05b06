namespace OrgTrail.Integrity;

/// <summary>Joins the receipts of all parts of a proof to the one that the whole would have written.</summary>
internal static class ReceiptJoin
{
    /// <summary>Joins them.</summary>
    /// <param name="parts">The receipts, each with its path.</param>
    /// <param name="now">When that is.</param>
    /// <exception cref="OrgTrailException">One is missing, or two are of the same part or of different proofs (<c>ReceiptsDoNotJoin</c>).</exception>
    public static Receipt Join(IReadOnlyList<(string Path, Receipt Receipt)> parts, DateTimeOffset now)
    {
        if (parts.Count == 0) throw Refused("there is none.");
        var first = parts[0].Receipt;
        foreach (var (path, receipt) in parts)
            if (Proof(receipt) != Proof(first)) throw Refused($"{path} is of another proof than {parts[0].Path}: trail, range, accounts and Regions must be the same.");

        RequireAll(parts);
        RequireApart(parts);
        ProvenChain[] chains = [.. HashTree.InOrder(parts.SelectMany(part => part.Receipt.Chains))];
        return first with
        {
            CreatedAt = now,
            Shard = Shard.Whole.ToString(),
            Results = [.. parts.SelectMany(part => part.Receipt.Results).OrderBy(result => result.AccountId, StringComparer.Ordinal).ThenBy(result => result.Region, StringComparer.Ordinal)],
            Chains = chains,
            PublicKeys = [.. parts.SelectMany(part => part.Receipt.PublicKeys).DistinctBy(key => (key.Region, key.Fingerprint))
                .OrderBy(key => key.Region, StringComparer.Ordinal).ThenBy(key => key.ValidFrom)],
            RootHash = HashTree.Root(chains),
        };
    }

    private static void RequireAll(IReadOnlyList<(string Path, Receipt Receipt)> parts)
    {
        var shards = parts.Select(part => (part.Path, Shard: Shard.Parse(part.Receipt.Shard))).ToArray();
        var count = shards[0].Shard.Count;
        if (shards.FirstOrDefault(shard => shard.Shard.Count != count) is { Path: { } other }) throw Refused($"{other} is not one of {count} parts, as {parts[0].Path} is.");
        if (shards.GroupBy(shard => shard.Shard).FirstOrDefault(same => same.Count() > 1) is { } twice) throw Refused($"part {twice.Key} is there more than once: {string.Join(", ", twice.Select(shard => shard.Path))}.");
        var missing = Enumerable.Range(1, count).Except(shards.Select(shard => shard.Shard.Index)).ToArray();
        if (missing.Length > 0) throw Refused($"of {count} parts, there is no {string.Join(", ", missing.Take(20))}{(missing.Length > 20 ? ", …" : "")}.");
    }

    private static void RequireApart(IReadOnlyList<(string Path, Receipt Receipt)> parts)
    {
        foreach (var (path, receipt) in parts)
        {
            var shard = Shard.Parse(receipt.Shard);
            if (receipt.Results.FirstOrDefault(result => !shard.Has(new(result.AccountId, result.Region))) is { } foreign)
                throw Refused($"{path} has {foreign.AccountId} {foreign.Region}, which is no lane of part {receipt.Shard}.");
        }
    }

    private static string Proof(Receipt receipt) =>
        $"{receipt.TrailArn} {receipt.OrganizationId} {receipt.RangeStart:O} {receipt.RangeEnd:O} {string.Join(',', receipt.Accounts)} {string.Join(',', receipt.Regions)}";

    private static OrgTrailException Refused(string why) => new(new(
        "ReceiptsDoNotJoin", ProblemKind.InvalidInput,
        $"The receipts do not make a whole: {why}",
        "Give the receipts of all parts of one proof, each once: -Shard 1/3, 2/3 and 3/3, all with the same -StartTime and -EndTime."));
}
