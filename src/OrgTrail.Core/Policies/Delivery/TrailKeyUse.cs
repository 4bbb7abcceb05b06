using OrgTrail.Keys;
using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>How an organization trail uses a KMS key: all that the key's policy depends on.</summary>
/// <remarks>Made by <see cref="For"/>, so that every part keeps its rule.</remarks>
internal sealed record TrailKeyUse
{
    private TrailKeyUse(TrailArn trail, KeyArn? key, string keyAccountId)
    {
        Trail = trail;
        Key = key;
        KeyAccountId = keyAccountId;
    }

    /// <summary>The trail's ARN: in its home Region, owned by the management account.</summary>
    public TrailArn Trail { get; }

    /// <summary>The key's ARN; <see langword="null"/> when it is not known.</summary>
    public KeyArn? Key { get; }

    /// <summary>The account that owns the key.</summary>
    public string KeyAccountId { get; }

    /// <summary>The id of the organization; <see langword="null"/> when it is not known. It matters only for statements that name it.</summary>
    public string? OrganizationId { get; private init; }

    /// <summary>The bucket that the trail delivers to; <see langword="null"/> when it is not known. It matters only for statements that name it.</summary>
    public string? BucketName { get; init => field = value is null ? null : NamingRule.BucketName.Require(value); }

    /// <summary>Whether the bucket has an S3 Bucket Key, by which S3 needs to decrypt, too; <see langword="null"/> when that is not known.</summary>
    public bool? BucketKeyEnabled { get; init; }

    /// <summary>The id of the management account, which owns every organization trail, whoever created it.</summary>
    public string ManagementAccountId => Trail.AccountId;

    internal SymbolicText KeyResource => Key?.ToString() ?? $"arn:{Trail.Partition}:kms:" + SymbolicText.Anything;

    /// <summary>The trails of the management account, in whichever Region, as the encryption context names them.</summary>
    internal string ContextPattern => new TrailArn(Trail.Partition, "*", ManagementAccountId, "*").ToString();

    /// <summary>Takes the parts together after checking them.</summary>
    /// <param name="managementAccountId">The id of the management account.</param>
    /// <param name="homeRegion">The trail's home Region; the partition follows from it.</param>
    /// <param name="trailName">The trail's name.</param>
    /// <param name="key">The key's ARN; <see langword="null"/>, an id or an alias when it is not known.</param>
    /// <param name="keyAccountId">The account that owns the key; that of the ARN or the management account when <see langword="null"/>.</param>
    /// <param name="organizationId">The id of the organization; <see langword="null"/> when it is not known.</param>
    /// <exception cref="OrgTrailException">A part breaks its rule: <c>InvalidAccountId</c>, <c>InvalidRegion</c>, <c>InvalidTrailName</c>, <c>InvalidOrganizationId</c>, <c>InvalidKmsKey</c>.</exception>
    public static TrailKeyUse For(
        string? managementAccountId,
        string? homeRegion,
        string? trailName,
        string? key = null,
        string? keyAccountId = null,
        string? organizationId = null)
    {
        var trail = TrailArn.For(homeRegion, managementAccountId, trailName);
        var arn = KeyArn.IsMeantBy(key) ? KeyArn.Parse(key) : (KeyArn?)null;
        arn?.Require(trail.Partition, keyAccountId);
        return new(trail, arn, NamingRule.AccountId.Require(keyAccountId ?? arn?.AccountId ?? trail.AccountId))
        {
            OrganizationId = organizationId is null ? null : NamingRule.OrganizationId.Require(organizationId),
        };
    }
}
