using OrgTrail.Buckets;
using OrgTrail.Keys;
using OrgTrail.Policies;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>What is wanted, seen against what is there. Everything that follows is decided from it, and nothing is sent.</summary>
internal sealed class DeploymentAim
{
    private readonly TrailArn _arn;

    /// <summary>Puts both side by side.</summary>
    public DeploymentAim(TrailSpecification wanted, DeploymentFacts facts)
    {
        (Wanted, Facts, _arn) = (wanted, facts, ArnOf(wanted, facts));
        Delivery = TrailDelivery.For(
            wanted.S3BucketName, wanted.S3KeyPrefix ?? Present?.S3KeyPrefix, facts.Organization.Id,
            facts.Organization.ManagementAccountId, _arn.Region, wanted.Name);
    }

    /// <summary>What is wanted.</summary>
    public TrailSpecification Wanted { get; }

    /// <summary>What is there.</summary>
    public DeploymentFacts Facts { get; }

    /// <summary>Whether a trail may move to another bucket or prefix, and bucket settings that somebody chose may change.</summary>
    public bool Force { get; init; }

    /// <summary>Whether a second organization trail may come about.</summary>
    public bool AllowDuplicate { get; init; }

    /// <summary>The trail's ARN: the management account owns every organization trail, whoever creates it.</summary>
    public TrailArn Arn => _arn;

    /// <summary>The trail, when it exists.</summary>
    public Trail? Present => Facts.Trail?.Trail;

    /// <summary>The trail as it will be.</summary>
    public Trail Planned => new()
    {
        Name = Wanted.Name,
        TrailARN = _arn.ToString(),
        HomeRegion = _arn.Region,
        Settings = (Present?.Settings ?? new()).With(Settings),
    };

    /// <summary>Where the trail delivers.</summary>
    public TrailDelivery Delivery { get; }

    /// <summary>Where the bucket lies or will lie; <see langword="null"/> when that cannot be seen.</summary>
    public string? BucketRegion => Facts.Bucket.Access == BucketAccess.Absent ? Wanted.BucketRegion ?? _arn.Region : Facts.Bucket.Region;

    /// <summary>The trail's settings, with the key by its ARN, as CloudTrail answers it.</summary>
    public TrailSettings Settings => Wanted.Settings with { KmsKeyId = WantedKey?.Arn ?? Wanted.KmsKeyId };

    /// <summary>The settings that can be compared with what CloudTrail shows: it shows a key by its ARN, which a key that cannot be seen does not tell.</summary>
    public TrailSettings ComparableSettings => Facts.Key is { Key.Value: null } ? Settings with { KmsKeyId = null } : Settings;

    /// <summary>The key that the trail will use; empty or <see langword="null"/> for none.</summary>
    public string? KmsKeyId => Settings.KmsKeyId ?? Present?.KmsKeyId;

    /// <summary>How the trail uses its key; <see langword="null"/> when it has none, or it cannot be seen.</summary>
    public TrailKeyUse? KeyUse => Facts.Key?.Key.Value is not { } key ? null : TrailKeyUse.For(
        Facts.Organization.ManagementAccountId, _arn.Region, Wanted.Name, key.Arn, key.AccountId, Facts.Organization.Id) with
    {
        BucketName = Wanted.S3BucketName,
    };

    /// <summary>How the bucket shall be when it is ours to set up. Its policy is a step of its own.</summary>
    public BucketSettings BucketSettings => new()
    {
        Region = BucketRegion!,
        Encryption = WantedKey is { } key ? BucketEncryption.WithKey(key.Arn) : null,
        ObjectLock = Wanted.Bucket.ObjectLock,
        S3KeyPrefix = Delivery.S3KeyPrefix,
        ArchiveAfterDays = Wanted.Bucket.ArchiveAfterDays,
        ExpireAfterDays = Wanted.Bucket.ExpireAfterDays,
        AccessLogging = Wanted.Bucket.AccessLogging,
        Force = Force,
    };

    /// <summary>The ARNs of the trails that exist, of which policies may speak; <see langword="null"/> for who does not see all of them.</summary>
    public IReadOnlyList<string>? TrailArns => !Facts.IsManagement
        ? null
        : [.. Facts.Trails.Select(trail => trail.TrailARN), .. Facts.HiddenTrails.Select(trail => trail.TrailArn)];

    // The key that is asked for, and not one that the trail has already.
    private KmsKey? WantedKey => Wanted.KmsKeyId is null ? null : Facts.Key?.Key.Value;

    /// <summary>
    /// The ARN of the wanted trail. Its home Region is the one that is asked for, or where the one trail of that name
    /// is, or the Region of the connection.
    /// </summary>
    public static TrailArn ArnOf(TrailSpecification wanted, DeploymentFacts facts)
    {
        var owner = facts.Organization.ManagementAccountId;
        var homes = facts.Trails.Select(trail => trail.TrailARN).Concat(facts.HiddenTrails.Select(trail => trail.TrailArn))
            .Select(TrailArn.Parse)
            .Where(arn => arn.Name == wanted.Name && arn.AccountId == owner)
            .Select(arn => arn.Region)
            .ToArray();
        return TrailArn.For(wanted.HomeRegion ?? (homes is [var only] ? only : facts.Region), owner, wanted.Name);
    }

    /// <summary>The wanted trail among those that are there; <see langword="null"/> when it is not.</summary>
    public static Trail? PresentAmong(TrailSpecification wanted, DeploymentFacts facts) =>
        facts.Trails.FirstOrDefault(trail => trail.TrailARN == ArnOf(wanted, facts).ToString());
}
