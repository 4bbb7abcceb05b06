using OrgTrail.Deployments;

namespace OrgTrail.Core.Tests.Deployments.Specification;

/// <summary>Whoever brings the file of another tool is told what each of its settings is called here.</summary>
public sealed class ForeignSettingsTests
{
    [Theory]
    [InlineData("TrailName", "It is called 'Name' here.")]
    [InlineData("TagsList", "It is called 'Tag' here.")]
    [InlineData("Tags", "It is called 'Tag' here.")]
    [InlineData("LogFileValidationEnabled", "It is called 'EnableLogFileValidation' here.")]
    [InlineData("AdvancedEventSelectors", "It is called 'AdvancedEventSelector' here.")]
    [InlineData("SnsTopicARN", "It is called 'SnsTopicName' here.")]
    [InlineData("s3_bucket_name", "It is called 'S3BucketName' here.")]
    [InlineData("cloud_watch_logs_group_arn", "It is called 'CloudWatchLogsLogGroupArn' here.")]
    [InlineData("cloud_watch_logs_role_arn", "It is called 'CloudWatchLogsRoleArn' here.")]
    [InlineData("is_multi_region_trail", "It is called 'IsMultiRegionTrail' here.")]
    [InlineData("IsOrganizationTrail", "The trail is an organization trail: it is always so here. Leave it out.")]
    [InlineData("is_organization_trail", "The trail is an organization trail: it is always so here. Leave it out.")]
    [InlineData("IsLogging", "A trail that is deployed logs: it is always so here. Leave it out.")]
    [InlineData("enable_logging", "A trail that is deployed logs: it is always so here. Leave it out.")]
    [InlineData("HasInsightSelectors", "Whether there are insights follows from the selectors: AWS tells it of a trail that is there. Leave it out.")]
    public void Names_of_others_are_answered_with_the_name_to_give(string name, string advice)
    {
        var refusal = Assert.Throws<OrgTrailException>(() => SpecificationReader.Read(new Dictionary<string, object?> { ["Name"] = "acme", ["S3BucketName"] = "acme-audit", [name] = "x" }));

        Assert.Equal("UnknownSetting", refusal.Problem.Id);
        Assert.Contains(advice, refusal.Problem.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slip_of_the_pen_is_answered_with_what_is_near() =>
        Assert.Contains(
            "Did you mean 'S3KeyPrefix'?",
            Assert.Throws<OrgTrailException>(() => SpecificationReader.Read(new Dictionary<string, object?> { ["Name"] = "acme", ["S3BucketName"] = "acme-audit", ["S3KeyPrefx"] = "x" })).Problem.Advice,
            StringComparison.Ordinal);
}
