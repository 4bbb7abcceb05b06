using OrgTrail.Keys;
using OrgTrail.Ports;

namespace OrgTrail.Health;

/// <summary>The KMS key of a trail, if it has one. It may belong to another account.</summary>
internal sealed class TrailKey
{
    private readonly TrailFacts _trail;
    private readonly ICloud _cloud;

    public TrailKey(TrailFacts trail, ICloud cloud)
    {
        (_trail, _cloud) = (trail, cloud);
        const string Owner = "the account that owns the key";
        Description = new("kms:DescribeKey", Owner, () => AskAsync((keys, key) => keys.DescribeAsync(key, trail.Cancellation)));
        Policy = new("kms:GetKeyPolicy", Owner, () => AskAsync((keys, key) => keys.GetPolicyAsync(key, trail.Cancellation)));
        IsRotated = new("kms:GetKeyRotationStatus", Owner, () => AskAsync((keys, key) => keys.IsRotatedAsync(key, trail.Cancellation)));
    }

    /// <summary>The key as the trail names it, its ARN as a rule; <see langword="null"/> when the trail has none.</summary>
    public string? Id => string.IsNullOrEmpty(_trail.Trail.KmsKeyId) ? null : _trail.Trail.KmsKeyId;

    /// <summary>The key itself. Only for a trail that has one.</summary>
    public Fact<KmsKey> Description { get; }

    /// <summary>The key's policy. Only for a trail that has one.</summary>
    public Fact<string> Policy { get; }

    /// <summary>Whether KMS changes the key's material by itself. Only for a trail that has one.</summary>
    public Fact<bool> IsRotated { get; }

    /// <summary>The Region that the key lies in: the one in its ARN or, when the trail names it otherwise, the trail's own.</summary>
    public string Region => KeyArn.RegionOf(Id) ?? _trail.Trail.HomeRegion;

    private Task<T> AskAsync<T>(Func<IKeys, string, Task<T>> ask) => ask(_cloud.KeysIn(Region), Id!);
}
