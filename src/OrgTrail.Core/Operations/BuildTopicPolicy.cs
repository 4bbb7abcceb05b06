using OrgTrail.Connection;
using OrgTrail.Policies;

namespace OrgTrail.Operations;

/// <summary>Builds the policy of an SNS topic that a trail needs. Nothing is sent when all ids are given.</summary>
internal static class BuildTopicPolicy
{
    /// <summary>What is wanted.</summary>
    /// <param name="TopicArn">The topic.</param>
    /// <param name="TrailNames">The trails that notify it, at least one.</param>
    public sealed record Request(string? TopicArn, IReadOnlyList<string> TrailNames)
    {
        /// <summary>The organization; it matters only for statements that name it.</summary>
        public string? OrganizationId { get; init; }

        /// <summary>The management account; looked up when <see langword="null"/>.</summary>
        public string? ManagementAccountId { get; init; }

        /// <summary>The trails' home Region; the Region of the connection when <see langword="null"/>.</summary>
        public string? HomeRegion { get; init; }

        /// <summary>The policy to merge into; <see langword="null"/> to begin with an empty one.</summary>
        public TopicPolicy? Into { get; init; }
    }

    /// <summary>Builds the policy.</summary>
    /// <param name="connect">Opens the connection, and is only asked to when an id is missing.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <exception cref="OrgTrailException">A name or id breaks its rule; <c>InvalidTopicArn</c>, <c>MalformedPolicy</c>, <c>PolicyTooLarge</c>.</exception>
    public static async Task<TopicPolicy> RunAsync(
        Func<Task<CloudSession>> connect, Request request, CancellationToken cancellation)
    {
        var given = new TrailOwner(request.OrganizationId, request.ManagementAccountId, request.HomeRegion);
        var owner = await given.CompleteAsync(given.IsKnown ? null : await connect(), cancellation);
        TrailTopicUse[] uses =
        [
            .. request.TrailNames.Select(name => TrailTopicUse.For(
                request.TopicArn, owner.ManagementAccountId, owner.HomeRegion, name, owner.OrganizationId)),
        ];
        var merged = TrailTopicPolicy.Merge(request.Into?.Policy, uses);
        var last = uses[^1];
        return new TopicPolicy
        {
            TopicArn = last.TopicArn,
            Policy = merged.Policy,
            TrailName = last.Trail.Name,
            ManagementAccountId = last.Trail.AccountId,
            HomeRegion = last.Trail.Region,
            Changes = merged.Changes,
            Warnings = merged.Warnings,
        };
    }
}
