using OrgTrail.Operations;

namespace OrgTrail.Core.Tests.Operations.Buckets;

public sealed class BucketRequestRulesTests
{
    private static readonly PrepareBucket.Request Good = new("acme-audit");

    public static TheoryData<string, object> Bad => new()
    {
        { "InvalidBucketName", new PrepareBucket.Request(null) },
        { "InvalidBucketName", new PrepareBucket.Request("Acme_Audit") },
        { "InvalidRegion", Good with { BucketRegion = "narnia" } },
        { "RegionInOtherPartition", Good with { BucketRegion = "cn-north-1" } },
        { "InvalidTrailName", Good with { TrailName = "a--b" } },
        { "InvalidS3KeyPrefix", Good with { S3KeyPrefix = "/audit" } },
        { "InvalidOrganizationId", Good with { OrganizationId = "ou-1" } },
        { "InvalidAccountId", Good with { ManagementAccountId = "123" } },
        { "InvalidRegion", Good with { HomeRegion = "us-east-1a" } },
        { "RegionInOtherPartition", Good with { HomeRegion = "us-gov-west-1" } },
        { "InvalidObjectLock", Good with { ObjectLockMode = "LEGAL", ObjectLockDays = 1 } },
        { "InvalidObjectLock", Good with { ObjectLockMode = "GOVERNANCE" } },
        { "InvalidObjectLock", Good with { ObjectLockDays = 1 } },
        { "InvalidObjectLock", Good with { ObjectLockYears = 1 } },
        { "InvalidObjectLock", Good with { ObjectLockMode = "GOVERNANCE", ObjectLockDays = 1, ObjectLockYears = 1 } },
        { "InvalidObjectLock", Good with { ObjectLockMode = "GOVERNANCE", ObjectLockDays = 0 } },
        { "InvalidObjectLock", Good with { ObjectLockMode = "GOVERNANCE", ObjectLockDays = 36_501 } },
        { "InvalidObjectLock", Good with { ObjectLockMode = "GOVERNANCE", ObjectLockYears = 101 } },
        { "InvalidLifecycle", Good with { ArchiveAfterDays = 0 } },
        { "InvalidLifecycle", Good with { ExpireAfterDays = -1 } },
        { "ContradictoryLifecycle", Good with { ArchiveAfterDays = 90, ExpireAfterDays = 90 } },
        { "ContradictoryRetention", Good with { ExpireAfterDays = 30, ObjectLockMode = "GOVERNANCE", ObjectLockDays = 31 } },
        { "ContradictoryRetention", Good with { ExpireAfterDays = 364, ObjectLockMode = "compliance", ObjectLockYears = 1 } },
        { "InvalidBucketName", Good with { AccessLogBucket = "x" } },
        { "InvalidAccessLogging", Good with { AccessLogPrefix = "audit/" } },
        { "InvalidAccessLogging", Good with { AccessLogBucket = "acme-audit" } },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_cannot_be_is_told_with_what_can(string id, object request)
    {
        var problem = Assert.Single(BucketRequestRules.Faults((PrepareBucket.Request)request, "us-east-1"));

        Assert.Equal(id, problem.Id);
        Assert.NotEmpty(problem.Advice);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var refusal = Assert.Throws<OrgTrailException>(() =>
            BucketRequestRules.Require(Good with { TrailName = "a--b", ExpireAfterDays = 0, AccessLogPrefix = "audit/" }, "us-east-1"));

        Assert.Equal("InvalidTrailName", refusal.Problem.Id);
        Assert.Contains("-ExpireAfterDays is 0", refusal.Problem.What, StringComparison.Ordinal);
        Assert.Contains("-AccessLogBucket", refusal.Problem.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_be_passes() => Assert.Empty(BucketRequestRules.Faults(
        new("acme-audit")
        {
            BucketRegion = "eu-central-1",
            TrailName = "acme",
            S3KeyPrefix = "",
            OrganizationId = "o-exampleorgid",
            ManagementAccountId = "111111111111",
            HomeRegion = "us-east-1",
            KmsKeyId = "",
            ObjectLockMode = "compliance",
            ObjectLockYears = 1,
            ArchiveAfterDays = 90,
            ExpireAfterDays = 365,
            AccessLogBucket = "acme-logs",
            AccessLogPrefix = "",
        },
        "us-east-1"));
}
