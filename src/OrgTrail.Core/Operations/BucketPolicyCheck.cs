using OrgTrail.Connection;
using OrgTrail.Policies;

namespace OrgTrail.Operations;

/// <summary>Looks whether the live policy of a trail's bucket lets CloudTrail deliver.</summary>
/// <param name="session">The connection.</param>
/// <param name="time">The clock that conditions on the time are judged by.</param>
internal sealed class BucketPolicyCheck(CloudSession session, TimeProvider time)
{
    /// <summary>What the look found.</summary>
    /// <param name="Missing">What is missing; empty when nothing is, or when nothing could be seen.</param>
    /// <param name="IsBucketSeen">Whether the bucket was seen to be there.</param>
    /// <param name="Doubt">Why it is not certain that CloudTrail can deliver; otherwise <see langword="null"/>.</param>
    public sealed record Finding(IReadOnlyList<Problem> Missing, bool IsBucketSeen = true, string? Doubt = null);

    /// <summary>Reads the policy and judges it for an organization trail, which may not exist yet.</summary>
    public async Task<Finding> JudgeLiveAsync(Trail trail, CancellationToken cancellation)
    {
        var policy = ReadAsync(trail.S3BucketName!, cancellation);
        var delivery = DeliveryAsync(trail, cancellation);
        await Task.WhenAll(policy, delivery);

        return await policy switch
        {
            { Refusal.Problem: { Id: ProblemIds.BucketNotFound } refusal } => new([PrerequisiteProblems.NoBucket(trail, refusal)], IsBucketSeen: false),
            { Refusal.Problem: { } refusal } => new([], IsBucketSeen: false, $"The policy of bucket {trail.S3BucketName} cannot be seen, so it was not checked: {refusal}"),
            var (text, _) => Judge(trail, text, await delivery),
        };
    }

    private Finding Judge(Trail trail, string? policy, TrailDelivery delivery)
    {
        var verdict = BucketPolicyAnalysis.Analyze(policy, delivery, trail.KmsKeyId, trail.LogFileValidationEnabled, time.GetUtcNow(), isLive: true);
        return verdict.Refuses ? new([PrerequisiteProblems.NoBucketPolicy(trail, verdict)])
            : new([], Doubt: verdict.Sufficient ? null : verdict.ToString());
    }

    private async Task<(string? Text, OrgTrailException? Refusal)> ReadAsync(string bucket, CancellationToken cancellation)
    {
        try
        {
            return (await session.Cloud.Buckets.GetPolicyAsync(bucket, cancellation), null);
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id is ProblemIds.BucketNotFound or ProblemIds.AccessDenied)
        {
            return (null, refusal);
        }
    }

    private async Task<TrailDelivery> DeliveryAsync(Trail trail, CancellationToken cancellation)
    {
        var organization = await session.OrganizationAsync(cancellation);
        return TrailDelivery.For(
            trail.S3BucketName, trail.S3KeyPrefix, organization.Id, organization.ManagementAccountId, trail.HomeRegion, trail.Name);
    }
}
