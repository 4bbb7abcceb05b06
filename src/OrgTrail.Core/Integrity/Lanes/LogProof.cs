namespace OrgTrail.Integrity;

/// <summary>Proves the log files that digests list.</summary>
/// <param name="reader">Reads them.</param>
/// <param name="ledger">Takes what comes of it.</param>
/// <param name="hasLogs">Whether they are there to be read.</param>
/// <param name="read">Told of each file that was read, by its bytes.</param>
internal sealed class LogProof(EvidenceReader reader, LaneLedger ledger, bool hasLogs, Action<long> read) : IAsyncDisposable
{
    // More than are read at once: the next ones wait ready.
    private const int MostOpen = 256;
    private readonly SemaphoreSlim _open = new(MostOpen);
    private Exception? _fault;

    /// <summary>Starts to prove the log files of a digest; waits while too many are under way.</summary>
    public async Task StartAsync(ProvenDigest proven, DigestDocument digest, ProvenRun run, CancellationToken cancellation)
    {
        var logs = hasLogs ? digest.Logs : [];
        var mark = run.Add(proven, logs.Count);
        foreach (var log in logs)
        {
            await _open.WaitAsync(cancellation).ConfigureAwait(false);
            _ = Task.Run(() => RunAsync(digest, log, mark, cancellation), CancellationToken.None);
        }
    }

    /// <summary>Waits for all that were started.</summary>
    /// <exception cref="AggregateException">One of them ended otherwise than it may.</exception>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        await DrainAsync(cancellation).ConfigureAwait(false);
        if (_fault is { } fault) throw new AggregateException(fault);
    }

    /// <summary>Waits until no read is under way any more; whoever gave up has cancelled them.</summary>
    public async ValueTask DisposeAsync()
    {
        await DrainAsync(CancellationToken.None).ConfigureAwait(false);
        _open.Dispose();
    }

    private async Task DrainAsync(CancellationToken cancellation)
    {
        var held = 0;
        try
        {
            for (; held < MostOpen; held++) await _open.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (held > 0) _open.Release(held);
        }
    }

    private async Task RunAsync(DigestDocument digest, ListedLog log, ProvenRun.Mark mark, CancellationToken cancellation)
    {
        try
        {
            var finding = cancellation.IsCancellationRequested ? null : await JudgeAsync(log, cancellation).ConfigureAwait(false);
            if (finding is not null) ledger.Add(digest.End, finding);
            mark.Done(finding is null && !cancellation.IsCancellationRequested);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            mark.Done(isProven: false);
        }
        catch (Exception fault)
        {
            // The outermost edge of this task; whoever waits for all gets the fault.
            Interlocked.CompareExchange(ref _fault, fault, null);
        }
        finally
        {
            _open.Release();
        }
    }

    private async Task<IntegrityFinding?> JudgeAsync(ListedLog log, CancellationToken cancellation)
    {
        try
        {
            var file = await reader.HashAsync(log.Bucket, log.Key, cancellation).ConfigureAwait(false);
            read(file.Inflated.Size);
            if (file.Inflated.Defect is { } defect) return LogFindings.Modified(log.Key, $"The file is not as CloudTrail writes it: {defect}.");
            if (file.Hash != log.Hash) return LogFindings.Modified(log.Key, $"Its content has the SHA-256 {file.Hash}; its digest lists {log.Hash}.");
            ledger.Count(file.Inflated.Size);
            return null;
        }
        catch (OrgTrailException refusal)
        {
            return refusal.Problem.Kind == ProblemKind.NotFound ? LogFindings.Missing(log.Bucket, log.Key) : LogFindings.Unreadable(log.Bucket, log.Key, refusal.Problem);
        }
        catch (IOException broken)
        {
            return LogFindings.BrokeOff(log.Key, broken.Message);
        }
    }
}
