using OrgTrail.Connection;
using OrgTrail.Keys;
using OrgTrail.Policies;

namespace OrgTrail.Operations;

/// <summary>Tells whether a KMS key and its policy let CloudTrail encrypt for a trail. Nothing is sent when policy and ids are given.</summary>
internal static class JudgeKeyPolicy
{
    /// <summary>What is asked.</summary>
    public sealed record Request
    {
        /// <summary>The policy; the live key and its policy are judged when <see langword="null"/>.</summary>
        public string? Policy { get; init; }

        /// <summary>The key: id, ARN, alias or alias ARN.</summary>
        public string? KmsKeyId { get; init; }

        /// <summary>The trail's name.</summary>
        public string? TrailName { get; init; }

        /// <summary>The bucket that the trail delivers to, in whose Region the key must lie; <see langword="null"/> when that shall not be looked at.</summary>
        public string? BucketName { get; init; }

        /// <summary>Whether that bucket has an S3 Bucket Key; looked up for a live key, where it matters, when <see langword="null"/>.</summary>
        public bool? BucketKeyEnabled { get; init; }

        /// <summary>The organization; it matters only for statements that name it.</summary>
        public string? OrganizationId { get; init; }

        /// <summary>The management account; looked up when <see langword="null"/>.</summary>
        public string? ManagementAccountId { get; init; }

        /// <summary>The trail's home Region; the Region of the connection when <see langword="null"/>.</summary>
        public string? HomeRegion { get; init; }
    }

    /// <summary>Judges the policy, and the key when it is live.</summary>
    /// <param name="connect">Opens the connection, and is only asked to when something is missing.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="time">The clock that conditions on the time are judged by.</param>
    /// <param name="feedback">Hears of what could not be seen.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <exception cref="OrgTrailException">A name or id breaks its rule; <c>NoKmsKey</c>, <c>MalformedPolicy</c>, <c>PolicyTooLarge</c>; <c>KmsKeyNotFound</c>, <c>AccessDenied</c>.</exception>
    public static async Task<KeyPolicyVerdict> RunAsync(
        Func<Task<CloudSession>> connect, Request request, TimeProvider time, IFeedback feedback, CancellationToken cancellation)
    {
        if (request.Policy is null && string.IsNullOrEmpty(request.KmsKeyId)) throw new OrgTrailException(NoKey());

        var given = new TrailOwner(request.OrganizationId, request.ManagementAccountId, request.HomeRegion);
        var session = request.Policy is not null && given.IsKnown ? null : await connect();
        var owner = await given.CompleteAsync(session, cancellation);
        return request.Policy is null
            ? await JudgeLiveAsync(session!, owner, request, time.GetUtcNow(), feedback, cancellation)
            : KeyPolicyAnalysis.Analyze(request.Policy, Use(owner, request, request.KmsKeyId), time.GetUtcNow());
    }

    private static async Task<KeyPolicyVerdict> JudgeLiveAsync(
        CloudSession session, TrailOwner owner, Request request, DateTimeOffset now, IFeedback feedback, CancellationToken cancellation)
    {
        var bucketRegion = await BucketRegionAsync(session, request.BucketName, feedback, cancellation);
        var live = await LiveKey.ReadAsync(session, request.KmsKeyId!, bucketRegion, cancellation);
        var rotated = await live.IsRotatedAsync(session, feedback, cancellation);
        var use = Use(owner, request, live.Key.Arn);
        var verdict = KeyPolicyAnalysis.Analyze(live.Policy, use, now, isLive: true);
        // Only a policy that does not let CloudTrail decrypt depends on the bucket.
        if (verdict.Notes.Count > 0 && bucketRegion is not null)
            verdict = KeyPolicyAnalysis.Analyze(live.Policy, use with { BucketKeyEnabled = await HasBucketKeyAsync(session, request.BucketName!, feedback, cancellation) }, now, isLive: true);
        var problems = KeyRules.Check(live.Key, bucketRegion);
        return verdict.WithKey(problems, rotated);
    }

    private static TrailKeyUse Use(TrailOwner owner, Request request, string? key) =>
        TrailKeyUse.For(owner.ManagementAccountId, owner.HomeRegion, request.TrailName, key, organizationId: owner.OrganizationId)
            with
        { BucketName = request.BucketName, BucketKeyEnabled = request.BucketKeyEnabled };

    private static async Task<string?> BucketRegionAsync(
        CloudSession session, string? bucket, IFeedback feedback, CancellationToken cancellation)
    {
        if (bucket is null) return null;
        try
        {
            var region = await session.Cloud.Buckets.FindAsync(bucket, null, cancellation);
            if (region is null) feedback.Warning($"There is no bucket {bucket}, so its Region was not compared with the key's.");
            return region;
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.AccessDenied)
        {
            feedback.Warning($"The Region of bucket {bucket} cannot be seen, so it was not compared with the key's: {refusal.Problem}");
            return null;
        }
    }

    private static async Task<bool?> HasBucketKeyAsync(
        CloudSession session, string bucket, IFeedback feedback, CancellationToken cancellation)
    {
        try
        {
            return await session.Cloud.Buckets.Settings.GetEncryptionAsync(bucket, cancellation) is { BucketKeyEnabled: true };
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id is ProblemIds.AccessDenied or ProblemIds.BucketNotFound)
        {
            feedback.Verbose($"Whether bucket {bucket} has an S3 Bucket Key cannot be seen: {refusal.Problem}");
            return null;
        }
    }

    private static Problem NoKey() => new(
        "NoKmsKey",
        ProblemKind.InvalidInput,
        "Neither a policy nor a KMS key is given.",
        "Give -KmsKeyId to judge a live key, or -Policy or -Path for a policy alone. A trail from Get-OrgTrail brings its key, unless it encrypts with S3's own keys: Set-OrgTrail -KmsKeyId gives it one.");
}
