using OrgTrail.Operations;

namespace OrgTrail.Core.Tests.Operations;

public sealed class TrailChangesTests
{
    private static readonly Trail Present = new()
    {
        Name = "acme",
        TrailARN = "arn:aws:cloudtrail:us-east-1:111111111111:trail/acme",
        HomeRegion = "us-east-1",
        S3BucketName = "acme-audit",
        SnsTopicARN = "arn:aws:sns:us-east-1:111111111111:deliveries",
        IncludeGlobalServiceEvents = true,
        IsMultiRegionTrail = true,
        KmsKeyId = "arn:aws:kms:us-east-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        CloudWatchLogsLogGroupArn = "arn:aws:logs:us-east-1:111111111111:log-group:trails:*",
        CloudWatchLogsRoleArn = "arn:aws:iam::111111111111:role/trails",
    };

    [Fact]
    public void What_is_not_given_is_no_change() =>
        Assert.Empty(TrailChanges.Between(Present, new()).Texts);

    [Fact]
    public void What_is_so_already_is_no_change()
    {
        var changes = TrailChanges.Between(Present, new()
        {
            S3BucketName = "acme-audit",
            S3KeyPrefix = "",
            IsMultiRegionTrail = true,
            IsOrganizationTrail = false,
            KmsKeyId = "1234abcd-12ab-34cd-56ef-1234567890ab",
            SnsTopicName = "deliveries",
            CloudWatchLogsLogGroupArn = Present.CloudWatchLogsLogGroupArn,
            CloudWatchLogsRoleArn = Present.CloudWatchLogsRoleArn,
        });

        Assert.Empty(changes.Texts);
        Assert.Equal(new TrailSettings(), changes.Settings);
    }

    [Fact]
    public void Only_what_differs_is_sent_and_told()
    {
        var changes = TrailChanges.Between(Present, new() { IsMultiRegionTrail = false, EnableLogFileValidation = false, S3BucketName = "other" });

        Assert.Equal(["S3BucketName: acme-audit -> other", "IsMultiRegionTrail: True -> False"], changes.Texts);
        Assert.Equal(new TrailSettings { S3BucketName = "other", IsMultiRegionTrail = false }, changes.Settings);
    }

    [Fact]
    public void An_empty_text_removes_what_is_there()
    {
        var changes = TrailChanges.Between(Present, new() { KmsKeyId = "", SnsTopicName = "" });

        Assert.Equal(new TrailSettings { KmsKeyId = "", SnsTopicName = "" }, changes.Settings);
        Assert.EndsWith("-> (none)", changes.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Log_group_and_role_are_sent_together_even_when_one_of_them_differs()
    {
        const string Role = "arn:aws:iam::111111111111:role/other";

        var changes = TrailChanges.Between(Present, new()
        {
            CloudWatchLogsLogGroupArn = Present.CloudWatchLogsLogGroupArn,
            CloudWatchLogsRoleArn = Role,
        });

        Assert.Single(changes.Texts);
        Assert.Equal(Present.CloudWatchLogsLogGroupArn, changes.Settings.CloudWatchLogsLogGroupArn);
        Assert.Equal(Role, changes.Settings.CloudWatchLogsRoleArn);
    }

    [Fact]
    public void An_alias_is_sent_since_only_KMS_knows_what_it_means() =>
        Assert.Equal("alias/audit", TrailChanges.Between(Present, new() { KmsKeyId = "alias/audit" }).Settings.KmsKeyId);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_setting_that_CloudTrail_does_not_tell_is_sent_as_unknown_and_contradicts_nothing(bool wanted)
    {
        var changes = TrailChanges.Between(Present, new() { RecursiveLogging = wanted, IsMultiRegionTrail = false });

        Assert.Equal(["IsMultiRegionTrail: True -> False", $"RecursiveLogging: (unknown) -> {wanted}"], changes.Texts);
        Assert.Equal(["IsMultiRegionTrail: True -> False"], changes.Contradictions);
        Assert.Equal(wanted, changes.Settings.RecursiveLogging);
    }

    [Fact]
    public void A_setting_that_CloudTrail_tells_is_compared()
    {
        var present = new Trail { Name = "acme", TrailARN = Present.TrailARN, HomeRegion = "us-east-1", RecursiveLogging = true };

        Assert.Empty(TrailChanges.Between(present, new() { RecursiveLogging = true }).Texts);
        Assert.Equal(["RecursiveLogging: True -> False"], TrailChanges.Between(present, new() { RecursiveLogging = false }).Contradictions);
    }

    [Fact]
    public void What_is_delivered_to_is_concerned_by_bucket_prefix_key_and_conversion_to_an_organization_trail()
    {
        Assert.True(TrailChanges.Between(Present, new() { S3BucketName = "other" }).ConcernDelivery);
        Assert.True(TrailChanges.Between(Present, new() { S3KeyPrefix = "audit" }).ConcernDelivery);
        Assert.True(TrailChanges.Between(Present, new() { IsOrganizationTrail = true }).ConcernDelivery);
        Assert.True(TrailChanges.Between(Present, new() { KmsKeyId = "alias/audit" }).ConcernDelivery);
        Assert.False(TrailChanges.Between(Present, new() { KmsKeyId = "" }).ConcernDelivery);
        Assert.False(TrailChanges.Between(Present, new() { IsMultiRegionTrail = false }).ConcernDelivery);
    }
}
