using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>Where an organization trail delivers its files: all that its bucket policy depends on.</summary>
/// <remarks>Made by <see cref="For"/>, so that every part keeps its rule.</remarks>
internal sealed record TrailDelivery
{
    private TrailDelivery(string bucketName, string s3KeyPrefix, string organizationId, TrailArn trail)
    {
        BucketName = bucketName;
        S3KeyPrefix = s3KeyPrefix;
        OrganizationId = organizationId;
        Trail = trail;
    }

    /// <summary>The bucket.</summary>
    public string BucketName { get; }

    /// <summary>The prefix of the trail's objects, without slashes around it; empty for none.</summary>
    public string S3KeyPrefix { get; }

    /// <summary>The id of the organization, for example <c>o-exampleorgid</c>.</summary>
    public string OrganizationId { get; }

    /// <summary>The trail's ARN: in its home Region, owned by the management account.</summary>
    public TrailArn Trail { get; }

    /// <summary>The id of the management account, which owns every organization trail, whoever created it.</summary>
    public string ManagementAccountId => Trail.AccountId;

    internal string BucketArn => Arn.OfBucket(Trail.Partition, BucketName).ToString();

    /// <summary>The ARN of the folder that CloudTrail delivers to, with its slash. CloudTrail inserts the slash behind the prefix.</summary>
    internal string LogsArn => $"{BucketArn}/{(S3KeyPrefix.Length == 0 ? "" : S3KeyPrefix + "/")}AWSLogs/";

    /// <summary>The objects that the trail writes when it is a trail of the management account only.</summary>
    internal string ManagementObjects => $"{LogsArn}{ManagementAccountId}/*";

    /// <summary>The objects that the trail writes for the organization, the management account's own included.</summary>
    internal string OrganizationObjects => $"{LogsArn}{OrganizationId}/*";

    /// <summary>Takes the parts together after checking them.</summary>
    /// <param name="bucketName">The bucket that the trail delivers to.</param>
    /// <param name="s3KeyPrefix">The prefix of the trail's objects; <see langword="null"/> or empty for none.</param>
    /// <param name="organizationId">The id of the organization.</param>
    /// <param name="managementAccountId">The id of the management account.</param>
    /// <param name="homeRegion">The trail's home Region; the partition follows from it.</param>
    /// <param name="trailName">The trail's name.</param>
    /// <exception cref="OrgTrailException">A part breaks its rule: <c>InvalidBucketName</c>, <c>InvalidS3KeyPrefix</c>, <c>InvalidOrganizationId</c>, <c>InvalidAccountId</c>, <c>InvalidRegion</c> or <c>InvalidTrailName</c>.</exception>
    public static TrailDelivery For(
        string? bucketName,
        string? s3KeyPrefix,
        string? organizationId,
        string? managementAccountId,
        string? homeRegion,
        string? trailName) => new(
        NamingRule.BucketName.Require(bucketName),
        NamingRule.S3KeyPrefix.Require(s3KeyPrefix),
        NamingRule.OrganizationId.Require(organizationId),
        TrailArn.For(homeRegion, managementAccountId, trailName));
}
