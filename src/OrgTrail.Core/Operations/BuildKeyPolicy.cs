using OrgTrail.Connection;
using OrgTrail.Policies;
using OrgTrail.State;

namespace OrgTrail.Operations;

/// <summary>Builds the policy of a KMS key that a trail needs. Nothing is sent when all ids are given and no live key is named.</summary>
public static class BuildKeyPolicy
{
    /// <summary>What is wanted.</summary>
    /// <param name="TrailNames">The trails that use the key, at least one.</param>
    public sealed record Request(IReadOnlyList<string> TrailNames)
    {
        /// <summary>The key: id, ARN, alias or alias ARN. Its live policy is merged into, unless <see cref="Into"/> is given; <see langword="null"/> for a key that does not exist yet.</summary>
        public string? KmsKeyId { get; init; }

        /// <summary>The account that owns the key; that of its ARN or the management account when <see langword="null"/>.</summary>
        public string? KeyAccountId { get; init; }

        /// <summary>Who may read the files: ARNs of roles and users, or ids of accounts.</summary>
        public IReadOnlyList<string> ReaderArns { get; init; } = [];

        /// <summary>The organization; it matters only for statements that name it.</summary>
        public string? OrganizationId { get; init; }

        /// <summary>The management account; looked up when <see langword="null"/>.</summary>
        public string? ManagementAccountId { get; init; }

        /// <summary>The trails' home Region; the Region of the connection when <see langword="null"/>.</summary>
        public string? HomeRegion { get; init; }

        /// <summary>The policy to merge into; <see langword="null"/> for the live one, or none.</summary>
        public KeyPolicy? Into { get; init; }

        internal string? Key => KmsKeyId ?? Into?.KeyId;

        internal bool ReadsKey => KmsKeyId is not null && Into is null;
    }

    /// <summary>Builds the policy.</summary>
    /// <param name="connect">Opens the connection, and is only asked to when something is to be looked up.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <exception cref="OrgTrailException">A name or id breaks its rule; <c>InvalidKmsKey</c>, <c>InvalidPrincipal</c>, <c>MalformedPolicy</c>, <c>PolicyTooLarge</c>; <c>KmsKeyNotFound</c>, <c>AccessDenied</c>.</exception>
    public static async Task<KeyPolicy> RunAsync(
        Func<Task<CloudSession>> connect, Request request, CancellationToken cancellation)
    {
        var given = new TrailOwner(request.OrganizationId, request.ManagementAccountId, request.HomeRegion);
        var session = given.IsKnown && !request.ReadsKey ? null : await connect();
        var owner = await given.CompleteAsync(session, cancellation);
        var live = request.ReadsKey ? KeyState.Of(session!, request.KmsKeyId!, cancellation) : null;
        var key = live is null ? request.Key : (await live.Description).Arn;
        TrailKeyUse[] uses =
        [
            .. request.TrailNames.Select(name => TrailKeyUse.For(
                owner.ManagementAccountId, owner.HomeRegion, name, key, request.KeyAccountId, owner.OrganizationId)),
        ];
        return Merged(live is null ? request.Into?.Policy : await live.Policy, live is not null, key, uses, request.ReaderArns);
    }

    private static KeyPolicy Merged(string? existing, bool isLive, string? key, TrailKeyUse[] uses, IReadOnlyList<string> readers)
    {
        var merged = TrailKeyPolicy.Merge(existing, uses, readers);
        var last = uses[^1];
        return new KeyPolicy
        {
            KeyId = key,
            Policy = merged.Policy,
            TrailName = last.Trail.Name,
            OrganizationId = last.OrganizationId,
            ManagementAccountId = last.ManagementAccountId,
            HomeRegion = last.Trail.Region,
            Changes = merged.Changes,
            Warnings = merged.WarningsFor(isLive),
        };
    }
}
