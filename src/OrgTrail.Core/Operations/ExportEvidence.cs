using OrgTrail.Connection;
using OrgTrail.Integrity;

namespace OrgTrail.Operations;

/// <summary>Makes a bundle of evidence that proves itself without AWS.</summary>
internal static class ExportEvidence
{
    /// <summary>Proves the logs, and keeps what was read for it.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="trail">The trail, read a moment ago.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="path">A folder or zip file that is not there yet.</param>
    /// <param name="withLogs">Whether log files are kept, too.</param>
    /// <param name="time">The clock.</param>
    /// <param name="feedback">Shown how far it has come.</param>
    /// <param name="cancellation">Ends it; nothing is left behind.</param>
    /// <returns>What the proof came to.</returns>
    public static async Task<IntegrityReport> RunAsync(
        CloudSession session, Trail trail, ProofRequest request, string path, bool withLogs, TimeProvider time, IFeedback feedback, CancellationToken cancellation)
    {
        var facts = await ProveLogs.TrailOfAsync(session, trail, time, feedback, cancellation);
        using var bundle = BundleWriter.Create(path);
        var evidence = new RecordedEvidence(new CloudEvidence(session.Cloud), bundle, withLogs);
        using var run = new ProofRun(evidence, facts, request, time);
        var results = new List<IntegrityResult>();
        await foreach (var result in run.RunAsync(await new LaneSearch(evidence, facts, request).RunAsync(cancellation), feedback, cancellation))
            results.Add(result);

        var now = time.GetUtcNow();
        ReceiptKey[] keys = [.. run.Keys.Select(key => ReceiptKey.Of(key.Region, key.Key)).OrderBy(key => key.Region, StringComparer.Ordinal).ThenBy(key => key.ValidFrom)];
        bundle.WriteJson(Bundle.KeysFile, keys);
        bundle.WriteJson(Bundle.ReceiptFile, ReceiptFile.Of(facts, request, results, keys, now));
        bundle.WriteJson(Bundle.VerdictsFile, results.Select(BundleVerdict.Of).ToArray());
        bundle.WriteJson(Bundle.ManifestFile, ManifestOf(facts, request, withLogs, now));
        bundle.Complete();
        return IntegrityReport.Of(trail.TrailARN, results);
    }

    private static BundleManifest ManifestOf(ProvenTrail trail, ProofRequest request, bool withLogs, DateTimeOffset now) => new(
        Bundle.FileType,
        1,
        trail.Arn.ToString(),
        trail.OrganizationId,
        [.. trail.Roots.Select(root => new BundleRoot(root.Bucket, root.Prefix))],
        trail.IsMultiRegion,
        // Of a part of the accounts or Regions, a bundle must not miss the others.
        request is { Accounts.Count: 0, Regions.Count: 0, Shard.Count: 1 } ? trail.Accounts : null,
        trail.Status is { } status ? new(status.IsLogging, status.LatestDigestDeliveryTime, status.StartLoggingTime, status.StopLoggingTime) : null,
        request.StartTime,
        request.EndTime,
        withLogs,
        now);
}
