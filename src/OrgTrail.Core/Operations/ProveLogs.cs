using System.Runtime.CompilerServices;
using OrgTrail.Connection;
using OrgTrail.Integrity;
using OrgTrail.State;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>Proves the logs that a trail delivered: in their bucket, or in a copy.</summary>
internal static class ProveLogs
{
    /// <summary>Proves those in the bucket, and writes the receipt.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="trail">The trail, read a moment ago.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="receiptPath">Where the receipt is, or is to be; <see langword="null"/> for none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="feedback">Shown how far it has come.</param>
    /// <param name="cancellation">Ends it; what was done is in the checkpoint.</param>
    public static async IAsyncEnumerable<IntegrityResult> RunAsync(
        CloudSession session, Trail trail, ProofRequest request, string? receiptPath, TimeProvider time, IFeedback feedback, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var facts = await TrailOfAsync(session, trail, time, feedback, cancellation);
        await foreach (var result in RunAsync(new CloudEvidence(session.Cloud), facts, request, receiptPath, time, feedback, cancellation))
            yield return session.AttachSession(result);
    }

    /// <summary>Proves those that lie somewhere.</summary>
    /// <inheritdoc cref="RunAsync(CloudSession, Trail, ProofRequest, string?, TimeProvider, IFeedback, CancellationToken)"/>
    public static async IAsyncEnumerable<IntegrityResult> RunAsync(
        IEvidence evidence, ProvenTrail trail, ProofRequest request, string? receiptPath, TimeProvider time, IFeedback feedback, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (receiptPath is not null) request = request with { Earlier = await EarlierAsync(receiptPath, trail, request.Shard, time, cancellation) };
        var lanes = await new LaneSearch(evidence, trail, request).RunAsync(cancellation);
        await using var checkpoint = receiptPath is null ? null : Checkpoint.Open(receiptPath, trail, request);
        using var run = new ProofRun(evidence, trail, request, time);
        var results = new List<IntegrityResult>(checkpoint?.Done ?? []);
        if (results.Count > 0) feedback.Verbose($"{results.Count} accounts in Regions were done before the proof was interrupted.");
        foreach (var result in results.ToArray()) yield return result;

        var done = results.Select(result => new AccountRegion(result.AccountId, result.Region)).ToHashSet();
        await foreach (var result in run.RunAsync([.. lanes.Where(lane => !done.Contains(lane.Lane))], feedback, cancellation))
        {
            if (checkpoint is not null) await checkpoint.AddAsync(result);
            results.Add(result);
            yield return result;
        }

        if (receiptPath is null) yield break;
        await ReceiptFile.WriteAsync(receiptPath, ReceiptFile.Of(trail, request, results, run.Keys.Select(key => ReceiptKey.Of(key.Region, key.Key)), time.GetUtcNow()), cancellation);
        await checkpoint!.CompleteAsync();
    }

    /// <summary>Reads what there is to know around a trail. What cannot be seen is said, and left out.</summary>
    public static async Task<ProvenTrail> TrailOfAsync(CloudSession session, Trail trail, TimeProvider time, IFeedback feedback, CancellationToken cancellation)
    {
        var state = TrailState.Of(CloudState.Of(session, time, feedback, cancellation), trail);
        var organization = trail.IsOrganizationTrail ? (await state.Cloud.Organization).Id : null;
        var prefix = string.IsNullOrEmpty(trail.S3KeyPrefix) ? "" : $"{trail.S3KeyPrefix}/";
        var bucket = trail.S3BucketName ?? "";
        var own = new LogRoot(bucket, $"{prefix}AWSLogs/");
        return new(state.Arn, organization, organization is null ? [own] : [new(bucket, $"{own.Prefix}{organization}/"), own])
        {
            IsMultiRegion = trail.IsMultiRegionTrail,
            Accounts = organization is null ? null : await SeenAsync(async () => await state.Cloud.Accounts, "the accounts of the organization", feedback),
            Status = await SeenAsync(async () => await state.Status, "the status of the trail", feedback),
            Bucket = bucket,
        };
    }

    private static async Task<T?> SeenAsync<T>(Func<Task<T>> read, string what, IFeedback feedback)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (OrgTrailException refusal)
        {
            feedback.Warning($"Without {what}, less is proved: what was deleted whole is not missed. {refusal.Problem} {refusal.Problem.Advice}");
            return null;
        }
    }

    private static async Task<Receipt?> EarlierAsync(string path, ProvenTrail trail, Shard shard, TimeProvider time, CancellationToken cancellation)
    {
        var earlier = await ReceiptFile.FindAsync(path, time, cancellation);
        var other = earlier switch
        {
            null => null,
            _ when earlier.TrailArn != trail.Arn.ToString() => $"the trail {earlier.TrailArn}",
            _ when earlier.Shard != Shard.Whole.ToString() && earlier.Shard != shard.ToString() => $"part {earlier.Shard}",
            _ => null,
        };
        return other is null ? earlier : throw new OrgTrailException(new(
            "InvalidReceipt", ProblemKind.InvalidInput,
            $"The receipt {path} is that of {other}.",
            "Give each trail, and each part of a proof, a receipt of its own. Join-OrgTrailReceipt joins those of parts."));
    }
}
