using OrgTrail.Connection;
using OrgTrail.Ports;

namespace OrgTrail.Core.Tests.Doubles;

/// <summary>An AWS that consists of what a test puts into it; asking for anything else fails.</summary>
internal sealed class InMemoryCloud : ICloud, IIdentity
{
    /// <summary>The account of the caller.</summary>
    public string AccountId { get; init; } = "111111111111";

    public string Region { get; init; } = "us-east-1";

    /// <summary>The buckets of all accounts.</summary>
    public InMemoryBuckets Buckets { get; init; } = new();

    public IIdentity Identity => this;

    public IOrganizations Organizations { get; init; } = null!;

    public IRoles Roles { get; init; } = null!;

    public Func<string, ITrails> Trails { get; init; } = _ => throw new NotSupportedException();

    public Func<string, IKeys> Keys { get; init; } = _ => throw new NotSupportedException();

    IBuckets ICloud.Buckets => Buckets;

    IOrganizations ICloud.Organizations => Organizations ?? throw new NotSupportedException();

    IRoles ICloud.Roles => Roles ?? throw new NotSupportedException();

    public ITrails TrailsIn(string region) => Trails(region);

    public IKeys KeysIn(string region) => Keys(region);

    /// <summary>A connection to it.</summary>
    public CloudSession Connect()
    {
        Buckets.Caller = AccountId;
        return new(new ConnectionOptions(), this);
    }

    public void Dispose()
    {
    }

    Task<CallerIdentity> IIdentity.GetCallerAsync(CancellationToken cancellation) =>
        Task.FromResult(new CallerIdentity(AccountId, $"arn:aws:iam::{AccountId}:user/tester"));
}
