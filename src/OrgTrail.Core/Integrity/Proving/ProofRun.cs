using System.Runtime.CompilerServices;
using System.Threading.Channels;
using OrgTrail.Connection;

namespace OrgTrail.Integrity;

/// <summary>Proves many lanes, several at once, and hands each result on as it comes.</summary>
/// <param name="evidence">Where the files are.</param>
/// <param name="trail">The trail.</param>
/// <param name="request">What is wanted.</param>
/// <param name="time">The clock.</param>
internal sealed class ProofRun(IEvidence evidence, ProvenTrail trail, ProofRequest request, TimeProvider time) : IDisposable
{
    private readonly SigningKeys _keys = new(
        evidence,
        request.StartTime ?? Birth,
        request.EndTime ?? trail.Status?.LatestDigestDeliveryTime ?? time.GetUtcNow());

    // CloudTrail has digests since September 2015.
    private static readonly DateTimeOffset Birth = new(2015, 9, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The keys that signed what was read.</summary>
    public IEnumerable<(string Region, Ports.DigestKey Key)> Keys => _keys.Used;

    /// <summary>Proves lanes.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="feedback">Shown how far it has come.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<IntegrityResult> RunAsync(IReadOnlyList<LaneTask> lanes, IFeedback feedback, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var progress = new ProofProgress(feedback, trail.Arn.Name, lanes.Count, time);
        var results = Channel.CreateUnbounded<IntegrityResult>();
        var proving = ProveAsync(lanes, progress, results.Writer, stopping.Token);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
                yield return result;
        }
        finally
        {
            // Whoever stops listening leaves no read under way.
            await stopping.CancelAsync().ConfigureAwait(false);
            await ((Task)proving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await proving.ConfigureAwait(false);
    }

    public void Dispose() => _keys.Dispose();

    private async Task ProveAsync(IReadOnlyList<LaneTask> lanes, ProofProgress progress, ChannelWriter<IntegrityResult> results, CancellationToken cancellation)
    {
        var reader = new EvidenceReader(evidence, new ReadPace(request.ThrottleLimit, time));
        var proof = new LaneProof(reader, _keys, Scope(), progress.Read);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(request.ThrottleLimit / 4, 1, 16), CancellationToken = cancellation };
        Exception? fault = null;
        try
        {
            await Parallel.ForEachAsync(lanes, options, async (lane, proving) =>
            {
                var result = await proof.RunAsync(lane, proving).ConfigureAwait(false);
                progress.Finish();
                await results.WriteAsync(result, proving).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            // Whoever reads the results gets it.
            fault = thrown;
        }

        results.Complete(fault);
    }

    private ProofScope Scope() => new(trail.Arn)
    {
        From = request.StartTime,
        To = request.EndTime,
        LatestDigest = trail.Status?.LatestDigestDeliveryTime,
        Stopped = trail.Status?.StopLoggingTime,
        Started = trail.Status?.StartLoggingTime,
        HasLogs = request.HasLogs,
    };
}
