using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Trails.Naming;

public sealed class TrailArnTests
{
    [Theory]
    [InlineData("arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail", "aws", "us-east-1")]
    [InlineData("arn:aws-cn:cloudtrail:cn-north-1:111111111111:trail/my-organization-trail", "aws-cn", "cn-north-1")]
    [InlineData("arn:aws-us-gov:cloudtrail:us-gov-west-1:111111111111:trail/my-organization-trail", "aws-us-gov", "us-gov-west-1")]
    public void An_ARN_is_taken_apart_and_put_together(string text, string partition, string region)
    {
        var arn = TrailArn.Parse(text);
        Assert.Equal(new TrailArn(partition, region, "111111111111", "my-organization-trail"), arn);
        Assert.Equal(text, arn.ToString());
        Assert.Equal(arn, TrailArn.For(region, "111111111111", "my-organization-trail"));
    }

    [Theory]
    [InlineData(null, "it is empty")]
    [InlineData("", "it is empty")]
    [InlineData("my-trail", "it does not have the six parts of an ARN")]
    [InlineData("arn:aws:cloudtrail:us-east-1:trail/x", "it does not have the six parts of an ARN")]
    [InlineData("ARN:aws:cloudtrail:us-east-1:111111111111:trail/abc", "it does not have the six parts of an ARN")]
    [InlineData("arn:aws:s3:us-east-1:111111111111:trail/abc", "it belongs to the service 's3', not 'cloudtrail'")]
    [InlineData("arn:aws-mars:cloudtrail:us-east-1:111111111111:trail/abc", "'aws-mars' is not a partition of AWS")]
    [InlineData("arn:aws:cloudtrail:us-east:111111111111:trail/abc", "region 'us-east' is not the code of a Region of any AWS partition")]
    [InlineData("arn:aws:cloudtrail:cn-north-1:111111111111:trail/abc", "Region cn-north-1 lies in the partition 'aws-cn', not 'aws'")]
    [InlineData("arn:aws:cloudtrail:us-east-1:1111:trail/abc", "account id '1111' has 4 digits, not 12")]
    [InlineData("arn:aws:cloudtrail:us-east-1:111111111111:eventdatastore/abc", "its resource is not a trail")]
    [InlineData("arn:aws:cloudtrail:us-east-1:111111111111:trail/a--b", "trail name 'a--b' has two adjacent punctuation marks")]
    [InlineData("arn:aws:cloudtrail:us-east-1:111111111111:trail/", "the trail name is empty")]
    public void What_is_no_trail_ARN_is_told_why(string? text, string fault)
    {
        var problem = Assert.Throws<OrgTrailException>(() => TrailArn.Parse(text)).Problem;
        Assert.Equal(("InvalidTrailArn", ProblemKind.InvalidInput), (problem.Id, problem.Kind));
        Assert.EndsWith($"is not the ARN of a trail: {fault}.", problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bad", "111111111111", "abc", "InvalidRegion")]
    [InlineData("us-east-1", "1", "abc", "InvalidAccountId")]
    [InlineData("us-east-1", "111111111111", "a", "InvalidTrailName")]
    public void An_ARN_is_not_made_of_bad_parts(string region, string account, string name, string id) =>
        Assert.Equal(id, Assert.Throws<OrgTrailException>(() => TrailArn.For(region, account, name)).Problem.Id);

    [Theory]
    [InlineData("arn:aws:nonsense", true)]
    [InlineData("Arn:", true)]
    [InlineData("my-trail", false)]
    [InlineData(null, false)]
    public void A_text_that_begins_like_an_ARN_is_meant_as_one(string? text, bool meant) =>
        Assert.Equal(meant, TrailArn.IsMeantBy(text));
}
