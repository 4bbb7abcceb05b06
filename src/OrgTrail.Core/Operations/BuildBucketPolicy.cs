using OrgTrail.Connection;
using OrgTrail.Policies;

namespace OrgTrail.Operations;

/// <summary>Builds the bucket policy that a trail needs. Nothing is sent when all ids are given.</summary>
internal static class BuildBucketPolicy
{
    /// <summary>What is wanted.</summary>
    /// <param name="BucketName">The bucket.</param>
    /// <param name="TrailNames">The trails that deliver there, at least one.</param>
    public sealed record Request(string? BucketName, IReadOnlyList<string> TrailNames)
    {
        /// <summary>The prefix of the trails' objects; <see langword="null"/> for none.</summary>
        public string? S3KeyPrefix { get; init; }

        /// <summary>The organization; looked up when <see langword="null"/>.</summary>
        public string? OrganizationId { get; init; }

        /// <summary>The management account; looked up when <see langword="null"/>.</summary>
        public string? ManagementAccountId { get; init; }

        /// <summary>The trails' home Region; the Region of the connection when <see langword="null"/>.</summary>
        public string? HomeRegion { get; init; }

        /// <summary>The policy to merge into; <see langword="null"/> to begin with an empty one.</summary>
        public BucketPolicy? Into { get; init; }
    }

    /// <summary>Builds the policy.</summary>
    /// <param name="connect">Opens the connection, and is only asked to when an id is missing.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <exception cref="OrgTrailException">A name or id breaks its rule; <c>MalformedPolicy</c>; <c>PolicyTooLarge</c>.</exception>
    public static async Task<BucketPolicy> RunAsync(
        Func<Task<CloudSession>> connect, Request request, CancellationToken cancellation)
    {
        var offline = request is { OrganizationId: not null, ManagementAccountId: not null, HomeRegion: not null };
        var session = offline ? null : await connect();
        var organization = request is { OrganizationId: not null, ManagementAccountId: not null }
            ? null
            : await session!.OrganizationAsync(cancellation);

        TrailDelivery[] deliveries =
        [
            .. request.TrailNames.Select(name => TrailDelivery.For(
                request.BucketName,
                request.S3KeyPrefix,
                request.OrganizationId ?? organization!.Id,
                request.ManagementAccountId ?? organization!.ManagementAccountId,
                request.HomeRegion ?? session!.Cloud.Region,
                name)),
        ];
        return Merged(request, deliveries);
    }

    private static BucketPolicy Merged(Request request, TrailDelivery[] deliveries)
    {
        var merged = TrailBucketPolicy.Merge(request.Into?.Policy, deliveries);
        var last = deliveries[^1];
        return new BucketPolicy
        {
            BucketName = last.BucketName,
            Policy = merged.Policy,
            TrailName = last.Trail.Name,
            S3KeyPrefix = last.S3KeyPrefix.Length == 0 ? null : last.S3KeyPrefix,
            OrganizationId = last.OrganizationId,
            ManagementAccountId = last.ManagementAccountId,
            HomeRegion = last.Trail.Region,
            Changes = merged.Changes,
            Warnings = merged.WarningsFor(request.Into is { IsLive: true }),
            Deliveries = [.. request.Into?.Deliveries ?? [], .. deliveries],
        };
    }
}
