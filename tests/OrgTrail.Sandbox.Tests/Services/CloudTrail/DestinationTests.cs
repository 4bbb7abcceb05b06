using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Tests.Services.CloudTrail;

public sealed class DestinationTests : IDisposable
{
    private const string KeyArn = "arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555";
    private const string TopicArn = "arn:aws:sns:us-east-1:111111111111:trails";
    private const string Group = "arn:aws:logs:us-east-1:111111111111:log-group:trails";
    private const string RoleArn = "arn:aws:iam::111111111111:role/trails";
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    public static TheoryData<string, string?, bool> Policies => new()
    {
        { "none", null, false },
        { "for another trail", TrailPolicies.Bucket(trails: "arn:aws:cloudtrail:us-east-1:111111111111:trail/other"), false },
        { "for another home Region", TrailPolicies.Bucket(trails: "arn:aws:cloudtrail:eu-west-1:111111111111:trail/acme"), false },
        { "for another organization", TrailPolicies.Bucket(organization: "o-anotherorgid"), false },
        { "without the organization", TrailPolicies.AccountBucket(), false },
        { "of the user guide", TrailPolicies.Bucket(), true },
        {
            "denied", TrailPolicies.Policy(
                TrailPolicies.Allow("s3:*", "*"),
                new { Effect = "Deny", Principal = "*", Action = "s3:PutObject", Resource = "*", Condition = new { StringNotEquals = new Dictionary<string, string> { ["aws:PrincipalOrgID"] = "o-exampleorgid" } } }),
            false
        },
        {
            "of Control Tower", TrailPolicies.Policy(
                TrailPolicies.Allow("s3:GetBucketAcl", "arn:aws:s3:::acme-audit"),
                TrailPolicies.Allow("s3:PutObject", "arn:aws:s3:::acme-audit/*", new { StringEquals = new Dictionary<string, string> { ["aws:SourceOrgID"] = "o-exampleorgid" } })),
            true
        },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_bucket_policy_is_evaluated(string kind, string? policy, bool sufficient)
    {
        _scene.AddBucket(Scene.Bucket, policy);
        var problem = Record.Exception(() => _scene.CreateOrganizationTrail());
        Assert.True(sufficient == problem is null, kind);
        if (!sufficient)
            Assert.Equal("Incorrect S3 bucket policy is detected for bucket: acme-audit", problem!.Message);
    }

    [Fact]
    public void An_account_trail_needs_the_folder_of_its_own_account_only()
    {
        _scene.AddBucket(Scene.Bucket, TrailPolicies.AccountBucket());
        _scene.Call("CreateTrail", new { Name = "acme", S3BucketName = Scene.Bucket });

        Assert.Equal("InsufficientS3BucketPolicyException", _scene.Refusal("CreateTrail", new { Name = "acme", S3BucketName = Scene.Bucket }, Scene.Member));
        Assert.Equal("InsufficientS3BucketPolicyException", _scene.Refusal("UpdateTrail", new { Name = "acme", IsOrganizationTrail = true }));
    }

    [Fact]
    public void A_prefix_must_change_together_with_the_policy()
    {
        _scene.CreateOrganizationTrail();
        Assert.Equal("InsufficientS3BucketPolicyException", _scene.Refusal("UpdateTrail", new { Name = "acme", S3KeyPrefix = "logs" }));
        _scene.AddBucket(Scene.Bucket, TrailPolicies.Bucket(prefix: "logs/"));
        Assert.Equal("logs", (string?)_scene.Call("UpdateTrail", new { Name = "acme", S3KeyPrefix = "logs" })["S3KeyPrefix"]);
        _scene.AddBucket(Scene.Bucket, TrailPolicies.Bucket());
        Assert.False(_scene.Call("UpdateTrail", new { Name = "acme", S3KeyPrefix = "" }).ContainsKey("S3KeyPrefix"));
    }

    [Theory]
    [InlineData("kms:GenerateDataKey*", "kms:DescribeKey", null)]
    [InlineData("kms:GenerateDataKey*", "kms:Decrypt", null)]
    [InlineData("kms:*", "kms:*", null)]
    [InlineData("kms:GenerateDataKey*", "kms:Encrypt", null)]
    [InlineData("kms:Decrypt", "kms:DescribeKey", "InsufficientEncryptionPolicyException")]
    public void The_key_policy_is_evaluated(string first, string second, string? code)
    {
        AddKey(TrailPolicies.Key(first, second));
        if (code is null)
            Assert.Equal(KeyArn, (string?)_scene.CreateOrganizationTrail(more: new { KmsKeyId = "alias/trails" })["KmsKeyId"]);
        else
            Assert.Equal(code, RefusalWithKey());
    }

    [Fact]
    public void With_a_key_trouble_of_the_bucket_has_the_same_code_as_trouble_of_the_key()
    {
        AddKey(TrailPolicies.Key("kms:*"));
        _scene.AddBucket(Scene.Bucket, null);
        Assert.Equal("InsufficientEncryptionPolicyException", RefusalWithKey());
    }

    [Fact]
    public void The_key_must_lie_in_the_buckets_Region_and_be_enabled_and_symmetric()
    {
        var key = AddKey(TrailPolicies.Key("kms:*"));
        key.KeyState = "Disabled";
        Assert.Equal("KmsException", RefusalWithKey());
        (key.KeyState, key.KeySpec) = ("Enabled", "RSA_2048");
        Assert.Equal("KmsException", RefusalWithKey());
        key.KeySpec = "SYMMETRIC_DEFAULT";
        _scene.AddBucket(Scene.Bucket, TrailPolicies.Bucket(), region: "eu-west-1");
        Assert.Equal("KmsKeyNotFoundException", RefusalWithKey());
        _scene.AddBucket(Scene.Bucket, TrailPolicies.Bucket());
        _scene.CreateOrganizationTrail(more: new { KmsKeyId = KeyArn });
        Assert.False(_scene.Call("UpdateTrail", new { Name = "acme", KmsKeyId = "" }).ContainsKey("KmsKeyId"));
    }

    [Fact]
    public void The_topic_must_be_there_and_let_CloudTrail_publish()
    {
        var topic = new SandboxTopic { Arn = TopicArn, Policy = TrailPolicies.Policy(TrailPolicies.Allow("SNS:Subscribe", TopicArn)) };
        _scene.State.Sns.Topics.Add(topic);
        Assert.Equal("InsufficientSnsTopicPolicyException", _scene.Refusal("CreateTrail", new { Name = "acme", S3BucketName = Scene.Bucket, IsOrganizationTrail = true, SnsTopicName = "trails" }));

        topic.Policy = TrailPolicies.Topic(TopicArn);
        var created = _scene.CreateOrganizationTrail(more: new { SnsTopicName = "trails" });

        Assert.Equal(TopicArn, (string?)created["SnsTopicARN"]);
        Assert.False(_scene.Call("UpdateTrail", new { Name = "acme", SnsTopicName = "" }).ContainsKey("SnsTopicARN"));
    }

    [Fact]
    public void The_log_group_and_the_role_must_be_there_and_fit()
    {
        Assert.Equal("InvalidCloudWatchLogsLogGroupArnException", RefusalWithGroup(Group + ":*"));
        _scene.State.Logs.LogGroups.Add(new SandboxLogGroup { Name = "trails", AccountId = Scene.Management, Region = "us-east-1", Arn = Group });
        Assert.Equal("InvalidCloudWatchLogsLogGroupArnException", RefusalWithGroup(Group));
        Assert.Equal("InvalidCloudWatchLogsRoleArnException", RefusalWithGroup(Group + ":*"));
        var role = new SandboxRole { AccountId = Scene.Management, Name = "trails", Id = "AROA", AssumeRolePolicyDocument = Trust("ec2.amazonaws.com") };
        _scene.State.Iam.Roles.Add(role);
        Assert.Equal("InvalidCloudWatchLogsRoleArnException", RefusalWithGroup(Group + ":*"));
        role.AssumeRolePolicyDocument = Trust("cloudtrail.amazonaws.com");
        Assert.Equal("InvalidCloudWatchLogsLogGroupArnException", RefusalWithGroup(Group + ":*"));
        role.InlinePolicies["logs"] = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"logs:*","Resource":"*"}}""";

        var created = _scene.CreateOrganizationTrail(more: new { CloudWatchLogsLogGroupArn = Group + ":*", CloudWatchLogsRoleArn = RoleArn });

        Assert.Equal(RoleArn, (string?)created["CloudWatchLogsRoleArn"]);
        Assert.Equal("InvalidCloudWatchLogsRoleArnException", _scene.Refusal("UpdateTrail", new { Name = "acme", CloudWatchLogsLogGroupArn = Group + ":*", CloudWatchLogsRoleArn = "" }));
        var without = _scene.Call("UpdateTrail", new { Name = "acme", CloudWatchLogsRoleArn = "" });
        Assert.False(without.ContainsKey("CloudWatchLogsLogGroupArn") || without.ContainsKey("CloudWatchLogsRoleArn"));
    }

    private SandboxKey AddKey(string policy)
    {
        var key = new SandboxKey { Arn = KeyArn, Policy = policy, Aliases = ["alias/trails"] };
        _scene.State.Kms.Keys.Add(key);
        return key;
    }

    private string RefusalWithKey() =>
        _scene.Refusal("CreateTrail", new { Name = "acme", S3BucketName = Scene.Bucket, IsOrganizationTrail = true, KmsKeyId = KeyArn });

    private string RefusalWithGroup(string group) => _scene.Refusal(
        "CreateTrail", new { Name = "acme", S3BucketName = Scene.Bucket, IsOrganizationTrail = true, CloudWatchLogsLogGroupArn = group, CloudWatchLogsRoleArn = RoleArn });

    private static string Trust(string service) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"}]}""";
}
