using OrgTrail.Buckets;
using OrgTrail.Ports;
using OrgTrail.State;

namespace OrgTrail.Deployments;

/// <summary>All that a deployment looks at before it changes anything.</summary>
internal sealed record DeploymentFacts
{
    /// <summary>The Region of the connection.</summary>
    public required string Region { get; init; }

    /// <summary>The organization of the caller.</summary>
    public required Organization Organization { get; init; }

    /// <summary>The account that deploys.</summary>
    public required string CallerAccountId { get; init; }

    /// <summary>CloudTrail among the trusted services; no value when it is not trusted.</summary>
    public Observed<TrustedService?> Trust { get; init; }

    /// <summary>The ids of the delegated administrators for CloudTrail; no value when they do not matter.</summary>
    public Observed<IReadOnlyList<string>> Administrators { get; init; }

    /// <summary>The member accounts that are to become delegated administrators, by id; no value for one that the organization does not have.</summary>
    public IReadOnlyDictionary<string, Observed<Account?>> Candidates { get; init; } = new Dictionary<string, Observed<Account?>>();

    /// <summary>Every trail that the caller sees, in all Regions.</summary>
    public IReadOnlyList<Trail> Trails { get; init; } = [];

    /// <summary>Trails that are listed but cannot be seen.</summary>
    public IReadOnlyList<TrailListing> HiddenTrails { get; init; } = [];

    /// <summary>The wanted bucket.</summary>
    public required BucketFacts Bucket { get; init; }

    /// <summary>The key that the trail shall use: the wanted one, or the one that it has and keeps; <see langword="null"/> for none.</summary>
    public KeyFacts? Key { get; init; }

    /// <summary>The wanted trail; <see langword="null"/> when it does not exist, and before it was looked at.</summary>
    public TrailFacts? Trail { get; init; }

    /// <summary>Whether the caller is the management account.</summary>
    public bool IsManagement => CallerAccountId == Organization.ManagementAccountId;

    /// <summary>Whether the caller is a delegated administrator for CloudTrail.</summary>
    public bool IsDelegated => Administrators.Value?.Contains(CallerAccountId) == true;
}
