using OrgTrail.Buckets;
using OrgTrail.Connection;
using OrgTrail.Policies;
using OrgTrail.State;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>Creates a bucket that is fit for audit logs, or makes one of the caller's fit.</summary>
/// <param name="session">The connection.</param>
/// <param name="time">The clock of waits for a new bucket to spread.</param>
/// <param name="feedback">Told what is unfit and stays, what could not be checked, and what is waited for.</param>
public sealed partial class PrepareBucket(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>Checks what is wanted, reads the bucket and compares.</summary>
    /// <exception cref="OrgTrailException">
    /// A name or number breaks its rule, before anything is sent; <c>BucketNotOwned</c>, <c>BucketInOtherRegion</c>, a key
    /// or a bucket for access logs that cannot be used, or what <see cref="BucketChanges.Between"/> refuses.
    /// </exception>
    public async Task<Plan<Bucket>> PlanAsync(Request request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        BucketRequestRules.Require(request, session.Cloud.Region);
        var facts = BucketFacts.ReadAsync(CloudState.Of(session, time, feedback, cancellation), request.BucketName!);
        if (request.NeedsOrganization) await Task.WhenAll(facts, session.OrganizationAsync(cancellation));
        return Plan(request, await facts, await CompareAsync(request, await facts, cancellation));
    }

    /// <summary>Compares a bucket that was read before with what is wanted, whose form was checked before.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="facts">The bucket as it is.</param>
    /// <param name="cancellation">Ends the look-up of organization, key and access log bucket.</param>
    /// <exception cref="OrgTrailException">As with <see cref="PlanAsync"/>.</exception>
    public async Task<BucketChanges> CompareAsync(Request request, BucketFacts facts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Access is BucketAccess.Foreign or BucketAccess.Hidden)
            throw new OrgTrailException(BucketProblems.NotOwned(facts, (await session.CallerAsync(cancellation)).AccountId));
        if (request.BucketRegion is { } wanted && facts.Region is { } region && wanted != region)
            throw new OrgTrailException(BucketProblems.Elsewhere(facts, wanted));

        var place = PlaceOf(request, facts);
        var changes = BucketChanges.Between(facts, await SettingsAsync(request, place, cancellation));
        if (changes.Include(BucketSetting.AccessLogging))
            await new AccessLogTarget(CloudState.Of(session, time, feedback, cancellation)).RequireAsync(request.AccessLogging!, ArnOf(facts.BucketName, place), place);
        foreach (var warning in changes.Warnings) feedback.Warning(warning);
        return changes;
    }

    /// <summary>Makes the changes, one after the other.</summary>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="changes">The changes; made again, they come to the same.</param>
    /// <param name="cancellation">Ends calls and waits.</param>
    /// <exception cref="OrgTrailException">One of them failed; the problem names those that were made before.</exception>
    public async Task ApplyAsync(string bucketName, BucketChanges changes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var done = new List<string>();
        foreach (var change in changes.Items)
        {
            try
            {
                await ApplyAsync(bucketName, change, changes, cancellation);
            }
            catch (OrgTrailException exception) when (done.Count > 0)
            {
                throw new OrgTrailException(BucketProblems.HalfDone(bucketName, done, change.Text, exception.Problem), exception);
            }

            done.Add(change.Text);
        }
    }

    private Task ApplyAsync(string bucketName, BucketChange change, BucketChanges all, CancellationToken cancellation) =>
        new PropagationRetry(time, feedback).CallAsync(
            $"Preparing bucket {bucketName}",
            calling => change.ApplyAsync(session, calling),
            refusal => IsTransient(refusal, all),
            cancellation);

    // Settings of buckets spread over seconds: S3 may not know yet what it was told by the call before
    // (S3 user guide, "Amazon S3 data consistency model": bucket configurations are eventually consistent).
    private static bool IsTransient(Problem refusal, BucketChanges changes) => TransientErrors.Include(refusal) || refusal switch
    {
        { Id: ProblemIds.BucketNotFound } => changes.Include(BucketSetting.Bucket),
        { ErrorCode: "InvalidBucketState" } => changes.Include(BucketSetting.Versioning),
        _ => false,
    };

    private Plan<Bucket> Plan(Request request, BucketFacts facts, BucketChanges changes)
    {
        var place = PlaceOf(request, facts);
        return new(
            $"{facts.BucketName} in {place}",
            facts.Access == BucketAccess.Absent ? "Create bucket" : "Prepare bucket",
            [.. changes.Items.Select(change => change.Text)],
            Result(request, facts, changes),
            async applying =>
            {
                await ApplyAsync(facts.BucketName, changes, applying);
                return Result(request, facts, changes);
            });
    }

    private Bucket Result(Request request, BucketFacts facts, BucketChanges changes)
    {
        var place = PlaceOf(request, facts);
        return new()
        {
            BucketName = facts.BucketName,
            BucketRegion = place,
            BucketArn = ArnOf(facts.BucketName, place),
            TrailName = request.TrailName,
            S3KeyPrefix = request.S3KeyPrefix is "" ? null : request.S3KeyPrefix,
            HomeRegion = request.TrailName is null ? null : HomeOf(request),
            Created = facts.Access == BucketAccess.Absent,
            Changes = [.. changes.Items.Select(change => change.Text)],
            IsPolicyFresh = request.TrailName is not null && changes.Include(BucketSetting.Policy),
        };
    }

    private async Task<BucketSettings> SettingsAsync(Request request, string region, CancellationToken cancellation) => new()
    {
        Region = region,
        Encryption = request.KmsKeyId is null ? null
            : request.KmsKeyId.Length == 0 ? BucketEncryption.S3Managed
            : BucketEncryption.WithKey(await new BucketKey(session, feedback).RequireAsync(request.KmsKeyId, region, cancellation)),
        Deliveries = request.TrailName is null ? [] : [await DeliveryAsync(request, cancellation)],
        ObjectLock = request.ObjectLock,
        S3KeyPrefix = request.S3KeyPrefix ?? "",
        ArchiveAfterDays = request.ArchiveAfterDays,
        ExpireAfterDays = request.ExpireAfterDays,
        AccessLogging = request.AccessLogging,
        Force = request.Force,
    };

    private async Task<TrailDelivery> DeliveryAsync(Request request, CancellationToken cancellation)
    {
        var organization = request.NeedsOrganization ? await session.OrganizationAsync(cancellation) : null;
        return TrailDelivery.For(
            request.BucketName,
            request.S3KeyPrefix,
            request.OrganizationId ?? organization!.Id,
            request.ManagementAccountId ?? organization!.ManagementAccountId,
            HomeOf(request),
            request.TrailName);
    }

    private string PlaceOf(Request request, BucketFacts facts) => facts.Region ?? request.BucketRegion ?? session.Cloud.Region;

    private string HomeOf(Request request) => request.HomeRegion ?? session.Cloud.Region;

    private static string ArnOf(string bucketName, string region) => $"arn:{Partition.OfRegion(region)}:s3:::{bucketName}";
}
