using OrgTrail.Connection;
using OrgTrail.Health;
using OrgTrail.Keys;
using OrgTrail.Policies;
using OrgTrail.State;

namespace OrgTrail.Operations;

/// <summary>Tells whether a KMS key and its policy let CloudTrail encrypt for a trail. Nothing is sent when policy and ids are given.</summary>
public static class EvaluateKeyPolicy
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
            ? await EvaluateLiveAsync(CloudState.Of(session!, time, feedback, cancellation), owner, request)
            : KeyPolicyAnalysis.Analyze(request.Policy, Use(owner, request, request.KmsKeyId), time.GetUtcNow());
    }

    private static async Task<KeyPolicyVerdict> EvaluateLiveAsync(CloudState cloud, TrailOwner owner, Request request)
    {
        var bucket = request.BucketName is null ? null : BucketState.Of(cloud, request.BucketName);
        var bucketRegion = bucket is null ? null : await RegionOfAsync(bucket, cloud.Feedback);
        var key = KeyState.Of(cloud.Session, request.KmsKeyId!, cloud.Cancellation, bucketRegion);
        var found = await key.Description;
        var verdict = await KeyPolicyCheck.VerdictAsync(key, Use(owner, request, found.Arn), bucketRegion is null ? null : bucket, cloud.Now);
        return verdict.WithKey(KeyRules.Check(found, bucketRegion), await IsRotatedAsync(key, found, cloud.Feedback));
    }

    private static TrailKeyUse Use(TrailOwner owner, Request request, string? key) =>
        TrailKeyUse.For(owner.ManagementAccountId, owner.HomeRegion, request.TrailName, key, organizationId: owner.OrganizationId)
            with
        { BucketName = request.BucketName, BucketKeyEnabled = request.BucketKeyEnabled };

    private static async Task<string?> RegionOfAsync(BucketState bucket, IFeedback feedback)
    {
        var region = await bucket.Region.ObserveAsync();
        if (region.Refusal is { } refusal) feedback.Warning($"{refusal} So its Region was not compared with the key's.");
        else if (region.Value is null) feedback.Warning($"There is no bucket {bucket.Name}, so its Region was not compared with the key's.");
        return region.Value;
    }

    // No other key is ever rotated. Whatever the refusal, it makes no difference to the verdict.
    private static async Task<bool?> IsRotatedAsync(KeyState key, KmsKey found, IFeedback feedback)
    {
        if (!found.IsSymmetric || !found.IsEnabled) return null;
        try
        {
            return await key.IsRotated;
        }
        catch (OrgTrailException refusal) when (refusal.Problem.ErrorCode is not null)
        {
            feedback.Verbose($"Whether key {found.Arn} is rotated cannot be seen: {refusal.Problem.Why ?? refusal.Problem.What}");
            return null;
        }
    }

    private static Problem NoKey() => new(
        "NoKmsKey",
        ProblemKind.InvalidInput,
        "Neither a policy nor a KMS key is given.",
        "Give -KmsKeyId to judge a live key, or -Policy or -Path for a policy alone. A trail from Get-OrgTrail brings its key, unless it encrypts with S3's own keys: Set-OrgTrail -KmsKeyId gives it one.");
}
