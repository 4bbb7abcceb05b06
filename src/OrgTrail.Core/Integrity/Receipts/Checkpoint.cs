using System.Text.Json;

namespace OrgTrail.Integrity;

/// <summary>
/// What an interrupted proof has done already, a line for each account and Region, in a file beside the receipt. A line that
/// was not finished, and a file of another proof, count for nothing.
/// </summary>
internal sealed class Checkpoint : IAsyncDisposable
{
    private readonly string _path;
    private readonly StreamWriter _writer;

    private Checkpoint(string path, StreamWriter writer, IReadOnlyList<IntegrityResult> done) => (_path, _writer, Done) = (path, writer, done);

    /// <summary>What was done before.</summary>
    public IReadOnlyList<IntegrityResult> Done { get; }

    /// <summary>Opens the one beside a receipt.</summary>
    /// <param name="receiptPath">The receipt's path.</param>
    /// <param name="trail">The trail.</param>
    /// <param name="request">What is wanted.</param>
    /// <exception cref="OrgTrailException">It cannot be written (<c>FileNotWritten</c>).</exception>
    public static Checkpoint Open(string receiptPath, ProvenTrail trail, ProofRequest request)
    {
        var path = receiptPath + ".checkpoint";
        var head = Head(trail, request);
        try
        {
            var done = Read(path, head);
            var writer = new StreamWriter(path, append: false);
            writer.WriteLine(head);
            foreach (var result in done) writer.WriteLine(Text(result));
            writer.Flush();
            return new(path, writer, done);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.NotWritten(path, fault);
        }
    }

    /// <summary>Notes a result.</summary>
    public async Task AddAsync(IntegrityResult result)
    {
        await _writer.WriteLineAsync(Text(result)).ConfigureAwait(false);
        await _writer.FlushAsync().ConfigureAwait(false);
    }

    /// <summary>Takes the file away, since the proof has come to its end.</summary>
    public async Task CompleteAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        File.Delete(_path);
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private static string Head(ProvenTrail trail, ProofRequest request) => JsonSerializer.Serialize(
        new { trail = trail.Arn.ToString(), request.StartTime, request.EndTime, request.Accounts, request.Regions, shard = request.Shard.ToString(), earlier = request.Earlier?.RootHash }, ReceiptJson.Line);

    private static List<IntegrityResult> Read(string path, string head)
    {
        var done = new List<IntegrityResult>();
        if (!File.Exists(path)) return done;
        using var reader = new StreamReader(path);
        if (reader.ReadLine() != head) return done;
        while (reader.ReadLine() is { } line)
        {
            try
            {
                if (JsonSerializer.Deserialize<Entry>(line, ReceiptJson.Line) is { } entry) done.Add(entry.ToResult());
            }
            catch (JsonException)
            {
                // The line that was being written when the proof was interrupted.
                break;
            }
        }

        return done;
    }

    private static string Text(IntegrityResult result) => JsonSerializer.Serialize(Entry.Of(result), ReceiptJson.Line);

    private sealed record Entry(
        string TrailArn, string AccountId, string Region, IntegrityVerdict Verdict, long Digests, long Logs, long Bytes,
        DateTimeOffset? ProvenFrom, DateTimeOffset? ProvenTo, IReadOnlyList<IntegrityFinding> Findings, IReadOnlyList<ProvenChain> Chains)
    {
        public static Entry Of(IntegrityResult result) => new(
            result.TrailARN, result.AccountId, result.Region, result.Verdict, result.Digests, result.Logs, result.Bytes, result.ProvenFrom, result.ProvenTo, result.Findings, result.Chains);

        public IntegrityResult ToResult() => new()
        {
            TrailARN = TrailArn,
            AccountId = AccountId,
            Region = Region,
            Verdict = Verdict,
            Digests = Digests,
            Logs = Logs,
            Bytes = Bytes,
            ProvenFrom = ProvenFrom,
            ProvenTo = ProvenTo,
            Findings = Findings,
            Chains = Chains,
        };
    }
}
