using OrgTrail.Connection;
using OrgTrail.Policies;
using OrgTrail.State;

namespace OrgTrail.Operations;

/// <summary>Tells whether a policy lets CloudTrail deliver for a trail. Nothing is sent when policy and ids are given.</summary>
public static class EvaluateBucketPolicy
{
    /// <summary>What is asked.</summary>
    public sealed record Request
    {
        /// <summary>The policy; the bucket's live one when <see langword="null"/>.</summary>
        public string? Policy { get; init; }

        /// <summary>Whether that policy is the bucket's live one, which S3 has taken.</summary>
        public bool IsLive { get; init; }

        /// <summary>The bucket.</summary>
        public string? BucketName { get; init; }

        /// <summary>The trail's name.</summary>
        public string? TrailName { get; init; }

        /// <summary>The prefix of the trail's objects; <see langword="null"/> for none.</summary>
        public string? S3KeyPrefix { get; init; }

        /// <summary>The organization; looked up when <see langword="null"/>.</summary>
        public string? OrganizationId { get; init; }

        /// <summary>The management account; looked up when <see langword="null"/>.</summary>
        public string? ManagementAccountId { get; init; }

        /// <summary>The trail's home Region; the Region of the connection when <see langword="null"/>.</summary>
        public string? HomeRegion { get; init; }

        /// <summary>The trail's KMS key; <see langword="null"/> for none.</summary>
        public string? KmsKeyId { get; init; }

        /// <summary>Whether the trail delivers digests.</summary>
        public bool EnableLogFileValidation { get; init; } = true;

        internal bool IsOffline => Policy is not null && NamesOrganization && HomeRegion is not null;

        internal bool NamesOrganization => OrganizationId is not null && ManagementAccountId is not null;
    }

    /// <summary>Judges the policy.</summary>
    /// <param name="connect">Opens the connection, and is only asked to when something is missing.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="time">The clock that conditions on the time are judged by.</param>
    /// <param name="feedback">Hears of slow reads.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <exception cref="OrgTrailException">A name or id breaks its rule; <c>MalformedPolicy</c>; <c>PolicyTooLarge</c>.</exception>
    public static async Task<PolicyVerdict> RunAsync(
        Func<Task<CloudSession>> connect, Request request, TimeProvider time, IFeedback feedback, CancellationToken cancellation)
    {
        var session = request.IsOffline ? null : await connect();
        var organization = request.NamesOrganization ? null : await session!.OrganizationAsync(cancellation);
        var delivery = TrailDelivery.For(
            request.BucketName,
            request.S3KeyPrefix,
            request.OrganizationId ?? organization!.Id,
            request.ManagementAccountId ?? organization!.ManagementAccountId,
            request.HomeRegion ?? session!.Cloud.Region,
            request.TrailName);

        var policy = request.Policy ?? await BucketState.Of(CloudState.Of(session!, time, feedback, cancellation), delivery.BucketName).Policy;
        return BucketPolicyAnalysis.Analyze(policy, delivery, request.KmsKeyId, request.EnableLogFileValidation, time.GetUtcNow(), request.IsLive || request.Policy is null);
    }
}
