namespace OrgTrail.Integrity;

/// <summary>Proves the logs of one account in one Region.</summary>
/// <param name="reader">Reads files.</param>
/// <param name="keys">The keys of signatures.</param>
/// <param name="scope">What is to be proved.</param>
/// <param name="read">Told of each log file that was read, by its bytes.</param>
internal sealed class LaneProof(EvidenceReader reader, SigningKeys keys, ProofScope scope, Action<long> read)
{
    // A trail whose bucket or prefix changed more often than this is none that anybody has.
    private const int MostRoots = 8;

    /// <summary>Proves them.</summary>
    public async Task<IntegrityResult> RunAsync(LaneTask task, CancellationToken cancellation)
    {
        var roots = task.Roots.ToList();
        for (; ; )
        {
            var run = new LaneRun(reader, keys, scope, task with { Roots = roots }, read);
            await using (run.ConfigureAwait(false))
            {
                var result = await run.ProveAsync(cancellation).ConfigureAwait(false);
                // The chain leads to another bucket or prefix: from there it is followed once more.
                if (run.FoundRoot is not { } found || roots.Count == MostRoots) return result;
                roots.Add(found);
            }
        }
    }
}
