using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Merging;

public sealed class TrailBucketPolicyTests
{
    [Theory]
    [InlineData("organization-trail", "us-east-1", null)]
    [InlineData("organization-trail-with-prefix", "us-east-1", "audit/trails")]
    [InlineData("organization-trail-in-govcloud", "us-gov-west-1", null)]
    [InlineData("organization-trail-in-china", "cn-north-1", null)]
    public void The_built_policy_is_the_approved_one(string name, string region, string? prefix) =>
        Assert.Equal(Approvals.Read(name), TrailBucketPolicy.Merge(null, Example.For(region: region, prefix: prefix)).Policy);

    [Fact]
    public void Several_trails_share_the_statements_of_their_prefix() =>
        Assert.Equal(
            Approvals.Read("several-trails"),
            TrailBucketPolicy.Merge(null, Example.For(), Example.For("second-trail", region: "eu-central-1"), Example.For("third-trail", prefix: "third")).Policy);

    [Theory]
    [InlineData("My_Bucket", Example.Organization, Example.Account, "us-east-1", "abc", "InvalidBucketName")]
    [InlineData("bucket", "o-x", Example.Account, "us-east-1", "abc", "InvalidOrganizationId")]
    [InlineData("bucket", Example.Organization, "1", "us-east-1", "abc", "InvalidAccountId")]
    [InlineData("bucket", Example.Organization, Example.Account, "mars", "abc", "InvalidRegion")]
    [InlineData("bucket", Example.Organization, Example.Account, "us-east-1", "a", "InvalidTrailName")]
    public void Nothing_is_built_from_invalid_parts(string bucket, string organization, string account, string region, string trail, string id) =>
        Assert.Equal(id, Assert.Throws<OrgTrailException>(() => TrailDelivery.For(bucket, null, organization, account, region, trail)).Problem.Id);

    [Fact]
    public void An_invalid_prefix_is_refused() =>
        Assert.Equal("InvalidS3KeyPrefix", Assert.Throws<OrgTrailException>(() => Example.For(prefix: "/x")).Problem.Id);
}
