namespace OrgTrail.Integrity;

/// <summary>One way through the files of a lane, from the oldest digest to the newest.</summary>
internal sealed class LaneRun : IAsyncDisposable
{
    private const int DigestsAhead = 16;

    private readonly EvidenceReader _reader;
    private readonly ProofScope _scope;
    private readonly LaneTask _task;
    private readonly DigestFetch _fetch;
    private readonly LogProof _logs;
    private readonly UnlistedLogs _unlisted;
    private readonly ChainRun _standard;
    private readonly ChainRun _backfill;
    private readonly LaneLedger _ledger = new();
    private readonly HashSet<LogRoot> _roots;
    private CancellationToken _cancellation;
    private bool _isListed = true;

    /// <summary>Prepares it; nothing is read yet.</summary>
    public LaneRun(EvidenceReader reader, SigningKeys keys, ProofScope scope, LaneTask task, Action<long> read)
    {
        (_reader, _scope, _task, _roots) = (reader, scope, task, [.. task.Roots]);
        _fetch = new(reader, task.Lane);
        _logs = new(reader, _ledger, scope.HasLogs, read);
        _unlisted = new(reader.Evidence, task.Lane, task.Roots, _ledger);
        var judge = new DigestJudge(keys, task.Lane.Region, reader.Evidence.HasMetadata);
        _standard = Chain(judge, isBackfill: false);
        _backfill = Chain(judge, isBackfill: true);
    }

    /// <summary>A place that the chain leads to and that was not listed; <see langword="null"/> when there is none.</summary>
    public LogRoot? FoundRoot { get; private set; }

    /// <summary>Goes through the files.</summary>
    /// <returns>What is proved; without meaning when <see cref="FoundRoot"/> is set.</returns>
    public async Task<IntegrityResult> ProveAsync(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        var listing = await ListAsync().ConfigureAwait(false);
        await foreach (var digest in ReadAhead.RunAsync(listing.Found.Where(IsWanted), DigestsAhead, digest => _fetch.FetchAsync(digest, cancellation), cancellation).ConfigureAwait(false))
        {
            _unlisted.Name(digest.Document?.Logs ?? []);
            await ChainOf(digest.Listed).AddAsync(digest, cancellation).ConfigureAwait(false);
            if (FoundRoot is not null) break;
            if (_scope.HasLogs) await _unlisted.AdvanceAsync(From, Settled(digest.Listed.End), _standard.Windows, cancellation).ConfigureAwait(false);
        }

        if (FoundRoot is null) await FinishAsync().ConfigureAwait(false);
        await _logs.FinishAsync(cancellation).ConfigureAwait(false);
        if (_unlisted.First is { } unlisted) _standard.Proven.BreakAt(unlisted);
        return Result();
    }

    /// <summary>Waits until no read is under way any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _logs.DisposeAsync().ConfigureAwait(false);
        await _unlisted.DrainAsync().ConfigureAwait(false);
    }

    private DateTimeOffset From => _standard.Head?.End ?? _scope.From ?? _standard.Start ?? DateTimeOffset.MinValue;

    private ChainRun Chain(DigestJudge judge, bool isBackfill) => new(
        judge, new(ProbeAsync, _task.EarlierOf(isBackfill)?.Last?.End ?? _scope.From, hasGaps: isBackfill, (_scope.Stopped, _scope.Started)), _ledger, _logs, _task.EarlierOf(isBackfill));

    private ChainRun ChainOf(ListedDigest digest) => digest.IsBackfill ? _backfill : _standard;

    // What lies in front of the one that a receipt ends with is proved already.
    private bool IsWanted(ListedDigest digest) => ChainOf(digest).Head is not { } head || digest.End >= head.End;

    private async Task<DigestListing> ListAsync()
    {
        var listing = new DigestListing(_reader.Evidence, _scope, _task.Lane);
        foreach (var root in _roots)
        {
            try
            {
                await listing.AddAsync(root, EarliestHead() ?? _scope.From, _cancellation).ConfigureAwait(false);
            }
            catch (OrgTrailException refusal)
            {
                _isListed = false;
                _ledger.Add(DateTimeOffset.MinValue, ChainFindings.ListingRefused($"{root.Bucket}/{root.Digests(_task.Lane)}", refusal.Problem));
            }
        }

        _unlisted.IsShared = listing.IsShared;
        return listing;
    }

    // A chain that the receipt does not have begins with it: its first digest came later.
    private DateTimeOffset? EarliestHead() => _standard.Head is null ? null : _backfill.Head is { } late && late.End < _standard.Head.End ? late.End : _standard.Head.End;

    private DateTimeOffset Settled(DateTimeOffset read) => new[] { _standard.WaitingSince, _backfill.WaitingSince }.Min() is { } waiting && waiting < read ? waiting : read;

    private async Task FinishAsync()
    {
        await _standard.FinishAsync(_isListed, _cancellation).ConfigureAwait(false);
        await _backfill.FinishAsync(_isListed, _cancellation).ConfigureAwait(false);
        if (FoundRoot is not null) return;
        if (_standard.Newest is { } newest)
        {
            if (ChainEnd.Judge(_scope, _task, newest) is { } finding) _ledger.Add(newest.End, finding);
            if (!_scope.HasLogs) _ledger.Add(newest.End, LogFindings.LeftOut());
            else await _unlisted.FinishAsync(From, newest.End, _scope.To, _standard.Windows, _cancellation).ConfigureAwait(false);
        }
        else if (_isListed)
        {
            _ledger.Add(DateTimeOffset.MinValue, await NothingAsync().ConfigureAwait(false));
        }
    }

    private async Task<IntegrityFinding> NothingAsync()
    {
        try
        {
            return ChainEnd.Nothing(_task, await _unlisted.AnyAsync(_scope.From, _cancellation).ConfigureAwait(false), _unlisted.IsShared);
        }
        catch (OrgTrailException refusal)
        {
            return LogFindings.ListingRefused(_task.Lane.AccountId, refusal.Problem);
        }
    }

    private async Task<IntegrityFinding?> ProbeAsync(DigestLink link)
    {
        var name = DeliveredName.Parse(link.Key);
        if (name is { Kind: DeliveredKind.Digest } place && place.Lane == _task.Lane && !_roots.Any(root => root.Prefix == place.Root && (root.Bucket == link.Bucket || !_reader.Evidence.KnowsBuckets)))
        {
            FoundRoot = new(link.Bucket, place.Root);
            return null;
        }

        // A listing may lag behind; only a read says that it is not there.
        var listed = new ListedDigest(link.Bucket, link.Key, name?.StampOf() ?? DateTimeOffset.MinValue, IsBackfill: false, LastModified: null);
        var read = await _fetch.FetchAsync(listed, _cancellation).ConfigureAwait(false);
        return read.Findings is [var finding, ..] ? finding : null;
    }

    private IntegrityResult Result() => new()
    {
        AccountId = _task.Lane.AccountId,
        Region = _task.Lane.Region,
        TrailARN = _scope.Trail.ToString(),
        Verdict = _ledger.Verdict,
        Digests = _ledger.Digests,
        Logs = _ledger.Logs,
        Bytes = _ledger.Bytes,
        ProvenFrom = _ledger.From,
        ProvenTo = _ledger.To,
        Findings = _ledger.Findings(),
        Chains = [.. new[] { (Chain: _standard, IsBackfill: false), (Chain: _backfill, IsBackfill: true) }
            .Where(item => !item.IsBackfill || item.Chain.Newest is not null || item.Chain.Head is not null)
            .Select(item => new ProvenChain(_task.Lane.AccountId, _task.Lane.Region, item.IsBackfill, item.Chain.Proven.Span.First, item.Chain.Proven.Span.Last))],
    };
}
