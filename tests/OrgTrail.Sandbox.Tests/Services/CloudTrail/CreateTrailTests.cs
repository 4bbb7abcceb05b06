using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Tests.Services.CloudTrail;

public sealed class CreateTrailTests : IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void An_organization_trail_is_created_with_what_was_asked_for_and_does_not_log_yet()
    {
        var created = _scene.CreateOrganizationTrail(more: new { EnableLogFileValidation = true });

        Assert.Equal(TrailPolicies.TrailArn, (string?)created["TrailARN"]);
        Assert.True((bool)created["IsOrganizationTrail"]!);
        Assert.True((bool)created["IsMultiRegionTrail"]!);
        Assert.True((bool)created["IncludeGlobalServiceEvents"]!);
        Assert.True((bool)created["LogFileValidationEnabled"]!);
        Assert.False(created.ContainsKey("KmsKeyId"));
        Assert.False((bool)_scene.Call("GetTrailStatus", new { Name = "acme" })["IsLogging"]!);
    }

    [Fact]
    public void Multi_Region_organization_and_validation_are_off_unless_asked_for()
    {
        var created = _scene.CreateAccountTrail("plain");

        Assert.False((bool)created["IsOrganizationTrail"]!);
        Assert.False((bool)created["IsMultiRegionTrail"]!);
        Assert.False((bool)created["LogFileValidationEnabled"]!);
    }

    [Fact]
    public void A_trail_records_the_writing_of_CloudTrail_itself_until_it_is_told_not_to()
    {
        Assert.True((bool)_scene.CreateAccountTrail("plain")["RecursiveLogging"]!);
        Assert.False((bool)_scene.Call("UpdateTrail", new { Name = "plain", RecursiveLogging = false })["RecursiveLogging"]!);
        Assert.False((bool)_scene.Call("UpdateTrail", new { Name = "plain", IsMultiRegionTrail = false })["RecursiveLogging"]!);
        Assert.False((bool)_scene.Call("GetTrail", new { Name = "plain" })["Trail"]!["RecursiveLogging"]!);
        Assert.False((bool)_scene.CreateOrganizationTrail(more: new { RecursiveLogging = false })["RecursiveLogging"]!);
    }

    [Theory]
    [InlineData("ab", "InvalidTrailNameException")]
    [InlineData("a--b", "InvalidTrailNameException")]
    [InlineData("-ab", "InvalidTrailNameException")]
    [InlineData("ab_", "InvalidTrailNameException")]
    [InlineData("a b", "InvalidTrailNameException")]
    [InlineData("192.168.5.4", "InvalidTrailNameException")]
    [InlineData("", "InvalidTrailNameException")]
    [InlineData(null, "InvalidTrailNameException")]
    public void A_name_against_the_rules_is_refused(string? name, string code) =>
        Assert.Equal(code, _scene.Refusal("CreateTrail", new { Name = name, S3BucketName = Scene.Bucket }));

    [Theory]
    [InlineData("S3BucketName", "Acme", "InvalidS3BucketNameException")]
    [InlineData("S3BucketName", "a..b", "InvalidS3BucketNameException")]
    [InlineData("S3BucketName", "no-such-bucket", "S3BucketDoesNotExistException")]
    [InlineData("S3KeyPrefix", "/logs", "InvalidS3PrefixException")]
    [InlineData("S3KeyPrefix", "a/AWSLogs/b", "InvalidS3PrefixException")]
    [InlineData("S3KeyPrefix", "logs", "InsufficientS3BucketPolicyException")]
    [InlineData("SnsTopicName", "no-such-topic", "InsufficientSnsTopicPolicyException")]
    [InlineData("SnsTopicName", "not a name", "InvalidSnsTopicNameException")]
    [InlineData("CloudWatchLogsLogGroupArn", "arn:aws:logs:us-east-1:111111111111:log-group:g:*", "InvalidCloudWatchLogsRoleArnException")]
    [InlineData("CloudWatchLogsRoleArn", "arn:aws:iam::111111111111:role/r", "InvalidCloudWatchLogsLogGroupArnException")]
    [InlineData("KmsKeyId", "alias/none", "InsufficientEncryptionPolicyException")]
    [InlineData("KmsKeyId", "not a key", "KmsKeyNotFoundException")]
    public void A_parameter_against_the_rules_is_refused(string member, string value, string code)
    {
        var body = Scene.With(new { Name = "acme", S3BucketName = Scene.Bucket, IsOrganizationTrail = true }, new JsonObject { [member] = value });
        Assert.Equal(code, _scene.Refusal("CreateTrail", body));
        Assert.Empty(_scene.State.CloudTrail.Trails);
    }

    [Fact]
    public void A_prefix_of_more_than_200_characters_is_refused() =>
        Assert.Equal("InvalidS3PrefixException", _scene.Refusal("CreateTrail", new { Name = "acme", S3BucketName = Scene.Bucket, S3KeyPrefix = new string('p', 201) }));

    [Fact]
    public void A_multi_Region_trail_without_global_service_events_is_refused() => Assert.Equal(
        "InvalidParameterCombinationException",
        _scene.Refusal("CreateTrail", new { Name = "acme", S3BucketName = Scene.Bucket, IsMultiRegionTrail = true, IncludeGlobalServiceEvents = false }));

    [Fact]
    public void A_member_of_another_type_is_refused() =>
        Assert.Equal("SerializationException", _scene.Refusal("CreateTrail", new { Name = 5, S3BucketName = Scene.Bucket }));

    [Fact]
    public void A_name_is_taken_once_in_its_Region()
    {
        _scene.CreateAccountTrail("twice");
        Assert.Equal("TrailAlreadyExistsException", _scene.Refusal("CreateTrail", new { Name = "twice", S3BucketName = "open-to-all" }));
        _scene.CreateAccountTrail("twice", region: "eu-west-1");
        _scene.CreateAccountTrail("twice", account: Scene.Member);
    }

    [Fact]
    public void The_sixth_trail_of_a_Region_is_refused_and_a_multi_Region_trail_counts_in_all()
    {
        _scene.CreateAccountTrail("everywhere", multiRegion: true);
        for (var i = 1; i <= 4; i++)
            _scene.CreateAccountTrail($"trail-{i}", region: "eu-west-1");

        Assert.Equal("MaximumNumberOfTrailsExceededException", _scene.Refusal("CreateTrail", new { Name = "sixth", S3BucketName = "open-to-all" }, region: "eu-west-1"));
        Assert.Equal("MaximumNumberOfTrailsExceededException", _scene.Refusal("CreateTrail", new { Name = "sixth", S3BucketName = "open-to-all", IsMultiRegionTrail = true }));
        _scene.CreateAccountTrail("second", region: "us-east-1");
    }

    [Fact]
    public void Organization_trails_do_not_count_against_a_members_five()
    {
        _scene.CreateOrganizationTrail();
        for (var i = 1; i <= 5; i++)
            _scene.CreateAccountTrail($"trail-{i}", account: Scene.Member);

        Assert.Equal("MaximumNumberOfTrailsExceededException", _scene.Refusal("CreateTrail", new { Name = "sixth", S3BucketName = "open-to-all" }, Scene.Member));
    }
}
