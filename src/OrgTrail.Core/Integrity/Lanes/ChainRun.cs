namespace OrgTrail.Integrity;

/// <summary>One chain of a lane, judged digest by digest: each waits until two behind it are known.</summary>
/// <param name="judge">Judges digests.</param>
/// <param name="links">Follows them.</param>
/// <param name="ledger">Takes what comes of it.</param>
/// <param name="logs">Proves log files.</param>
/// <param name="earlier">What an earlier receipt has of the chain.</param>
internal sealed class ChainRun(DigestJudge judge, ChainLinks links, LaneLedger ledger, LogProof logs, ProvenChain? earlier)
{
    private readonly List<ReadDigest> _open = [];
    private bool _isHeadSeen;

    /// <summary>The digest that an earlier receipt ends with.</summary>
    public ProvenDigest? Head => earlier?.Last;

    /// <summary>How far it is proved without a break.</summary>
    public ProvenRun Proven { get; } = new(earlier);

    /// <summary>What no proved digest tells of.</summary>
    public Windows Windows { get; } = new();

    /// <summary>The newest digest that was read, whatever came of it; <see langword="null"/> when there is none.</summary>
    public ListedDigest? Newest { get; private set; }

    /// <summary>The beginning of the first digest.</summary>
    public DateTimeOffset? Start { get; private set; }

    /// <summary>Up to when all digests were judged; <see langword="null"/> when none is waiting.</summary>
    public DateTimeOffset? WaitingSince => _open.Count == 0 ? null : _open[0].Document?.Start ?? _open[0].Listed.End - Lateness.Hour;

    /// <summary>Goes on to the next digest.</summary>
    public async Task AddAsync(ReadDigest digest, CancellationToken cancellation)
    {
        if (Head is { } head && !_isHeadSeen) digest = await MeetAsync(head, digest, cancellation).ConfigureAwait(false);
        _open.Add(digest);
        Newest = digest.Listed;
        Start ??= digest.Document?.Start ?? digest.Listed.End - Lateness.Hour;
        if (_open.Count == 3) await SettleAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Judges those that wait.</summary>
    /// <param name="isListed">Whether all digests were listed, so that what was not seen is not there.</param>
    /// <param name="cancellation">Ends the look for keys.</param>
    public async Task FinishAsync(bool isListed, CancellationToken cancellation)
    {
        if (Head is { } head && !_isHeadSeen && isListed) await MissAsync(head, cancellation).ConfigureAwait(false);
        while (_open.Count > 0) await SettleAsync(cancellation).ConfigureAwait(false);
    }

    // The first digest of a continued chain is the one that the receipt ends with, or that one is gone.
    private async Task<ReadDigest> MeetAsync(ProvenDigest head, ReadDigest first, CancellationToken cancellation)
    {
        _isHeadSeen = true;
        if (first.Listed.Bucket != head.Bucket || first.Listed.Key != head.Key)
        {
            await MissAsync(head, cancellation).ConfigureAwait(false);
            return first;
        }

        if (first.Hash == head.Hash || first.Findings.Any(finding => finding.Severity == FindingSeverity.Unknown)) return first;
        ledger.Add(head.End, ChainFindings.Contradicted(head.Key, $"The digest that the receipt ends with has the SHA-256 {Shown(first.Hash)}; the receipt has {head.Hash}."));
        Proven.Break();
        return first with { IsContradicted = true };
    }

    private async Task MissAsync(ProvenDigest head, CancellationToken cancellation)
    {
        _isHeadSeen = true;
        ledger.Add(head.End, ChainFindings.Contradicted(head.Key, "The digest that the receipt ends with is not there."));
        Proven.Break();
        // Whoever follows it follows something that was there.
        await AddAsync(Ghost(head), cancellation).ConfigureAwait(false);
    }

    private static ReadDigest Ghost(ProvenDigest head) => new(new(head.Bucket, head.Key, head.End, IsBackfill: false, LastModified: null)) { Hash = head.Hash, IsContradicted = true };

    private static string Shown(string hash) => hash.Length == 0 ? "of no digest" : hash;

    private async Task SettleAsync(CancellationToken cancellation)
    {
        var (digest, next, afterNext) = (_open[0], _open.ElementAtOrDefault(1), _open.ElementAtOrDefault(2));
        var judgement = await judge.JudgeAsync(digest, next, afterNext, cancellation).ConfigureAwait(false);
        _open.RemoveAt(0);
        var broken = await links.FollowAsync(judgement).ConfigureAwait(false);
        foreach (var finding in judgement.Findings) if (!digest.IsContradicted) ledger.Add(digest.Listed.End, finding);
        foreach (var finding in broken) ledger.Add(judgement.Digest.Document!.Start, finding);

        if (!judgement.IsSound || broken.Any(finding => finding.Severity != FindingSeverity.Notice)) Proven.Break();
        if (broken.Any(finding => finding.Kind is FindingKind.DigestMissing or FindingKind.DigestUnreadable)) Windows.Open();
        if (judgement.IsProven && !digest.IsContradicted) await ProveAsync(judgement, cancellation).ConfigureAwait(false);
        else Windows.Open();
    }

    private async Task ProveAsync(Judgement judgement, CancellationToken cancellation)
    {
        var document = judgement.Digest.Document!;
        Windows.Prove(document);
        if (judgement.IsSound) ledger.Count(document);
        // What the receipt ends with is proved already, logs included.
        if (judgement.Digest.Listed.Key == Head?.Key) return;
        await logs.StartAsync(ProvenDigest.Of(judgement.Digest), document, Proven, cancellation).ConfigureAwait(false);
    }
}
