using System.Text.Json;
using OrgTrail.Files;

namespace OrgTrail.Integrity;

/// <summary>Receipts on disk.</summary>
internal static class ReceiptFile
{
    // Ten thousand accounts in thirty Regions.
    private const int Largest = 512 * 1024 * 1024;
    private const int Version = 1;

    /// <summary>Reads one.</summary>
    /// <returns><see langword="null"/> when there is no such file.</returns>
    /// <exception cref="OrgTrailException">It is no receipt, or was changed (<c>InvalidReceipt</c>).</exception>
    public static async Task<Receipt?> FindAsync(string path, TimeProvider time, CancellationToken cancellation) =>
        File.Exists(path) ? await ReadAsync(path, time, cancellation).ConfigureAwait(false) : null;

    /// <summary>Reads one that must be there.</summary>
    /// <exception cref="OrgTrailException">It is not there, is no receipt, or was changed (<c>InvalidReceipt</c>).</exception>
    public static async Task<Receipt> ReadAsync(string path, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            return Parse(path, await BoundedFile.ReadAsync(path, Largest, time, cancellation).ConfigureAwait(false));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Invalid(path, $"it cannot be read. {fault.Message}", fault);
        }
    }

    /// <summary>Reads the text of one.</summary>
    /// <param name="path">Where it comes from.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="OrgTrailException">It is no receipt, or was changed (<c>InvalidReceipt</c>).</exception>
    public static Receipt Parse(string path, string text)
    {
        Receipt? receipt;
        try
        {
            receipt = JsonSerializer.Deserialize<Receipt>(text, ReceiptJson.Readable);
        }
        catch (JsonException fault)
        {
            throw Invalid(path, "it is no JSON of that form.", fault);
        }

        if (receipt is not { Type: Receipt.FileType, Chains: not null, Results: not null, PublicKeys: not null }) throw Invalid(path, "it is another file.");
        if (receipt.Version != Version) throw Invalid(path, $"its version is {receipt.Version}, and this OrgTrail reads version {Version}.");
        return HashTree.Root(receipt.Chains) == receipt.RootHash ? receipt : throw Invalid(path, "its root hash is not that of its chains: it was changed.");
    }

    /// <summary>Writes one.</summary>
    public static Task WriteAsync(string path, Receipt receipt, CancellationToken cancellation) =>
        AtomicFile.WriteAsync(path, JsonSerializer.Serialize(receipt, ReceiptJson.Readable) + "\n", cancellation);

    /// <summary>Makes the receipt of a proof. What an earlier one has of accounts and Regions that were not asked for now stays in it.</summary>
    public static Receipt Of(ProvenTrail trail, ProofRequest request, IReadOnlyCollection<IntegrityResult> results, IEnumerable<ReceiptKey> keys, DateTimeOffset now)
    {
        var kept = request.Shard.Count == 1 ? request.Earlier : null;
        ProvenChain[] chains = [.. HashTree.InOrder(
            results.SelectMany(result => result.Chains).Concat((kept?.Chains ?? []).Where(chain => !request.Wants(new(chain.AccountId, chain.Region)))))];
        var own = results.Select(result => new ReceiptResult(result.AccountId, result.Region, result.Verdict, result.Digests, result.Logs, result.Bytes));
        return new()
        {
            Type = Receipt.FileType,
            Version = Version,
            TrailArn = trail.Arn.ToString(),
            OrganizationId = trail.OrganizationId,
            CreatedAt = now,
            RangeStart = request.StartTime ?? request.Earlier?.RangeStart,
            RangeEnd = request.EndTime,
            Shard = request.Shard.ToString(),
            Accounts = Asked(kept?.Accounts, request.Accounts),
            Regions = Asked(kept?.Regions, request.Regions),
            Results = [.. own.Concat((kept?.Results ?? []).Where(result => !request.Wants(new(result.AccountId, result.Region))))
                .OrderBy(result => result.AccountId, StringComparer.Ordinal).ThenBy(result => result.Region, StringComparer.Ordinal)],
            Chains = chains,
            PublicKeys = [.. keys.Concat(request.Earlier?.PublicKeys ?? []).DistinctBy(key => (key.Region, key.Fingerprint))
                .OrderBy(key => key.Region, StringComparer.Ordinal).ThenBy(key => key.ValidFrom)],
            RootHash = HashTree.Root(chains),
        };
    }

    // None stands for all.
    private static IReadOnlyList<string> Asked(IReadOnlyList<string>? before, IReadOnlyList<string> now) =>
        before is null ? now : before.Count == 0 || now.Count == 0 ? [] : [.. before.Union(now).Order(StringComparer.Ordinal)];

    private static OrgTrailException Invalid(string path, string why, Exception? cause = null) => new(
        new("InvalidReceipt", ProblemKind.InvalidInput, $"The file {path} is not taken for a receipt: {why}", "Give the receipt as Test-OrgTrailLogIntegrity wrote it, or the path of a file that is not there yet."), cause);
}
