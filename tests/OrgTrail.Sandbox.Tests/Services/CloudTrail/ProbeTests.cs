using OrgTrail.Sandbox.State;
using OrgTrail.Sandbox.Tests.Delivery;

namespace OrgTrail.Sandbox.Tests.Services.CloudTrail;

/// <summary>What CloudTrail tries before it takes a trail, as it was seen on AWS in September 2026.</summary>
public sealed class ProbeTests : IDisposable
{
    private const string KeyArn = "arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555";
    private const string LogFiles = "AWSLogs/111111111111/CloudTrail/";
    private const string Digests = "AWSLogs/111111111111/CloudTrail-Digest/";
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_trail_leaves_empty_objects_named_as_its_folders()
    {
        _scene.CreateOrganizationTrail();
        Assert.Equal([LogFiles], Probes());

        _scene.Call("UpdateTrail", new { Name = "acme", EnableLogFileValidation = true });

        Assert.Equal([Digests, LogFiles], Probes().Order(StringComparer.Ordinal));
        Assert.All(Probes(), key => Assert.Equal(0, _scene.Context.Objects.Find(Scene.Bucket, key)!.Length));
    }

    [Fact]
    public void They_stay_when_the_trail_is_refused_afterwards()
    {
        Assert.Equal("InsufficientSnsTopicPolicyException", Refusal(new { SnsTopicName = "missing" }));
        Assert.Equal([LogFiles], Probes());
    }

    [Fact]
    public void A_policy_for_log_files_alone_is_refused_with_validation_and_takes_their_object()
    {
        _scene.AddBucket(Scene.Bucket, TrailPolicies.Policy(
            TrailPolicies.Allow("s3:GetBucketAcl", "arn:aws:s3:::acme-audit"),
            TrailPolicies.Allow("s3:PutObject", "arn:aws:s3:::acme-audit/AWSLogs/111111111111/CloudTrail/*")));

        Assert.Equal("InsufficientS3BucketPolicyException", Refusal(new { EnableLogFileValidation = true }));
        Assert.Equal([LogFiles], Probes());
        Assert.Null(Record.Exception(() => _scene.Call("CreateTrail", new { Name = "acme", S3BucketName = Scene.Bucket })));
        Assert.Equal("InsufficientS3BucketPolicyException", _scene.Refusal("UpdateTrail", new { Name = "acme", EnableLogFileValidation = true }));
    }

    [Theory]
    [InlineData("InvalidSnsTopicNameException", "trails.fifo", "acme-audit")]
    [InlineData("InvalidSnsTopicNameException", "arn:aws:sns:us-east-1:111111111111:trails.fifo", "acme-audit")]
    [InlineData("S3BucketDoesNotExistException", "missing", "not-there")]
    public void What_is_refused_before_leaves_nothing(string code, string topic, string bucket)
    {
        Assert.Equal(code, Refusal(new { SnsTopicName = topic, S3BucketName = bucket }));
        Assert.Empty(Probes());
    }

    [Fact]
    public void A_key_of_no_use_keeps_the_log_files_object_out_and_not_that_of_digests()
    {
        _scene.State.Kms.Keys.Add(new SandboxKey { Arn = KeyArn, Policy = TrailPolicies.Key("kms:*"), KeyState = "Disabled" });
        Assert.Equal("KmsException", Refusal(new { KmsKeyId = KeyArn, EnableLogFileValidation = true }));
        Assert.Equal([Digests], Probes());
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "InsufficientEncryptionPolicyException")]
    public void GenerateDataKey_alone_is_enough_for_a_bucket_without_a_bucket_key(bool bucketKey, string? code)
    {
        _scene.State.Kms.Keys.Add(new SandboxKey { Arn = KeyArn, Policy = TrailPolicies.Key("kms:GenerateDataKey*") });
        _scene.State.S3.Buckets[Scene.Bucket].Configurations["encryption"] =
            $"<ServerSideEncryptionConfiguration><Rule><BucketKeyEnabled>{(bucketKey ? "true" : "false")}</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>";
        if (code is null)
            Assert.Equal(KeyArn, (string?)_scene.CreateOrganizationTrail(more: new { KmsKeyId = KeyArn })["KmsKeyId"]);
        else
            Assert.Equal(code, Refusal(new { IsOrganizationTrail = true, KmsKeyId = KeyArn }));
    }

    [Fact]
    public void A_topic_that_turns_CloudTrail_away_later_shows_in_the_status()
    {
        var topic = new SandboxTopic { Arn = "arn:aws:sns:us-east-1:111111111111:trails", Policy = TrailPolicies.Topic("arn:aws:sns:us-east-1:111111111111:trails") };
        _scene.State.Sns.Topics.Add(topic);
        _scene.CreateOrganizationTrail(more: new { SnsTopicName = "trails" });
        _scene.Call("StartLogging", new { Name = "acme" });
        _scene.Advance(TimeSpan.FromMinutes(10));
        var told = Status()["LatestNotificationTime"]!.GetValue<double>();

        topic.Policy = TrailPolicies.Policy(TrailPolicies.Allow("SNS:Subscribe", topic.Arn));
        _scene.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("AuthorizationError", (string?)Status()["LatestNotificationError"]);
        Assert.Equal(told, Status()["LatestNotificationTime"]!.GetValue<double>());
        Assert.True(Status()["LatestDeliveryTime"]!.GetValue<double>() > told);
    }

    [Fact]
    public void GetTrailStatus_names_the_ARN_of_a_trail_that_it_does_not_know()
    {
        var refusal = Assert.Throws<Sandbox.Protocol.AwsErrorException>(() => _scene.Call("GetTrailStatus", new { Name = "none" }));
        Assert.Equal("Unknown trail: arn:aws:cloudtrail:us-east-1:111111111111:trail/none for the user: 111111111111", refusal.Message);
        refusal = Assert.Throws<Sandbox.Protocol.AwsErrorException>(() => _scene.Call("GetTrail", new { Name = "none" }));
        Assert.Equal("Unknown trail: none for the user: 111111111111", refusal.Message);
    }

    [Fact]
    public void ListPublicKeys_ignores_a_token() =>
        Assert.Single(_scene.Call("ListPublicKeys", new { NextToken = "not a token" })["PublicKeyList"]!.AsArray());

    private System.Text.Json.Nodes.JsonObject Status() => _scene.Call("GetTrailStatus", new { Name = "acme" });

    private string Refusal(object more) => _scene.Refusal("CreateTrail", Scene.With(new { Name = "acme", S3BucketName = Scene.Bucket }, more));

    private IReadOnlyList<string> Probes() => new DeliveredFiles(_scene).Probes;
}
