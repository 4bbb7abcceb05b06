using System.Text.Json;
using OrgTrail.Aws.Tests.Workflows;
using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Buckets;

/// <summary>Buckets made fit by Core's operation and real clients, and looked at from outside, with the AWS CLI. A subclass names the server.</summary>
public abstract class BucketWorkflows : IDisposable
{
    private const string Bucket = "acme-audit";
    private const string LogBucket = "acme-logs";
    private const string ForeignPolicy = """{"Version":"2012-10-17","Statement":[{"Sid":"Theirs","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::acme-audit/theirs/*"}]}""";
    private const string ForeignRule = """{"ID":"theirs","Filter":{"And":{"Prefix":"theirs/","Tags":[{"Key":"a","Value":"b"}]}},"Status":"Enabled","Expiration":{"Days":3}}""";

    private readonly RecordedFeedback _feedback = new();

    /// <summary>Where the server listens; skips the test when it cannot run here.</summary>
    protected abstract string Endpoint { get; }

    public virtual void Dispose() => GC.SuppressFinalize(this);

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("eu-central-1")]
    public async Task A_new_bucket_is_all_that_was_asked_for_in_any_Region(string region)
    {
        Prepare();
        var key = Run(region, "kms", "create-key", "--key-usage", "ENCRYPT_DECRYPT").GetProperty("KeyMetadata").GetProperty("Arn").GetString()!;
        AddLogBucket(region);
        var request = Wanted with
        {
            BucketRegion = region,
            KmsKeyId = key[(key.LastIndexOf('/') + 1)..],
            ObjectLockMode = "GOVERNANCE",
            ObjectLockDays = 365,
            ArchiveAfterDays = 400,
            ExpireAfterDays = 2555,
            AccessLogBucket = LogBucket,
            AccessLogPrefix = "audit/",
        };

        await ApplyAsync(request);

        Assert.Equal("Enabled", Look(region, "get-bucket-versioning").GetProperty("Status").GetString());
        Assert.Equal("BucketOwnerEnforced", First(Look(region, "get-bucket-ownership-controls").GetProperty("OwnershipControls").GetProperty("Rules")).GetProperty("ObjectOwnership").GetString());
        Assert.All(Look(region, "get-public-access-block").GetProperty("PublicAccessBlockConfiguration").EnumerateObject(), flag => Assert.True(flag.Value.GetBoolean()));
        var encryption = First(Look(region, "get-bucket-encryption").GetProperty("ServerSideEncryptionConfiguration").GetProperty("Rules"));
        Assert.True(encryption.GetProperty("BucketKeyEnabled").GetBoolean());
        Assert.Equal(key, encryption.GetProperty("ApplyServerSideEncryptionByDefault").GetProperty("KMSMasterKeyID").GetString());
        Assert.Equal(365, Look(region, "get-object-lock-configuration").GetProperty("ObjectLockConfiguration").GetProperty("Rule").GetProperty("DefaultRetention").GetProperty("Days").GetInt32());
        Assert.Equal("audit/", Look(region, "get-bucket-logging").GetProperty("LoggingEnabled").GetProperty("TargetPrefix").GetString());
        Assert.Equal(4, Policy(region).GetProperty("Statement").GetArrayLength());
        Assert.Empty(_feedback.Failures);
        Assert.True((await PlanAsync(request)).IsEmpty);
    }

    [Fact]
    public async Task An_own_bucket_in_another_Region_is_adopted_and_what_others_set_survives()
    {
        const string Region = "eu-central-1";
        Prepare();
        Run(Region, "s3api", "create-bucket", "--bucket", Bucket, "--create-bucket-configuration", $"LocationConstraint={Region}");
        Run(Region, "s3api", "put-bucket-policy", "--bucket", Bucket, "--policy", ForeignPolicy);
        Run(Region, "s3api", "put-bucket-versioning", "--bucket", Bucket, "--versioning-configuration", "Status=Suspended");
        Run(Region, "s3api", "put-bucket-lifecycle-configuration", "--bucket", Bucket, "--lifecycle-configuration", $$"""{"Rules":[{{ForeignRule}}]}""");
        var request = Wanted with { ExpireAfterDays = 2555 };

        var bucket = await ApplyAsync(request);

        Assert.Equal((Region, false), (bucket.BucketRegion, bucket.Created));
        Assert.Equal("Theirs", First(Policy(Region).GetProperty("Statement")).GetProperty("Sid").GetString());
        Assert.Equal("Suspended", Look(Region, "get-bucket-versioning").GetProperty("Status").GetString());
        Assert.Contains(_feedback.Warnings, warning => warning.Contains("-Force", StringComparison.Ordinal));
        var rules = Look(Region, "get-bucket-lifecycle-configuration").GetProperty("Rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("ID").GetString()!);
        Assert.Equal("b", First(rules["theirs"].GetProperty("Filter").GetProperty("And").GetProperty("Tags")).GetProperty("Value").GetString());
        Assert.Equal("audit/AWSLogs/", rules["OrgTrail"].GetProperty("Filter").GetProperty("Prefix").GetString());

        Assert.Equal(["Versioning: Suspended -> Enabled"], (await ApplyAsync(request with { Force = true })).Changes);
        Assert.True((await PlanAsync(request)).IsEmpty);
    }

    /// <summary>Makes the server forget what was there.</summary>
    protected abstract void Reset();

    private static PrepareBucket.Request Wanted => new(Bucket)
    {
        TrailName = "acme",
        S3KeyPrefix = "audit",
        OrganizationId = "o-exampleorgid",
        ManagementAccountId = "111111111111",
    };

    private void Prepare()
    {
        Assert.SkipUnless(AwsCli.Available, AwsCli.MissingBecause);
        Reset();
    }

    private void AddLogBucket(string region)
    {
        Run(region, ["s3api", "create-bucket", "--bucket", LogBucket, .. region == "us-east-1" ? (string[])[] : ["--create-bucket-configuration", $"LocationConstraint={region}"]]);
        Run(region, "s3api", "put-bucket-policy", "--bucket", LogBucket, "--policy",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-logs/*"}]}""");
    }

    private async Task<Plan<Bucket>> PlanAsync(PrepareBucket.Request request)
    {
        var options = new ConnectionOptions
        {
            AccessKey = ThrowawayEnvironment.AccessKey,
            SecretKey = ThrowawayEnvironment.SecretKey,
            Region = "us-east-1",
            EndpointUrl = Endpoint,
        };
        var session = new CloudSession(options, await new AwsCloudProvider().ConnectAsync(options, _feedback, default));
        return await new PrepareBucket(session, TimeProvider.System, _feedback).PlanAsync(request, default);
    }

    private async Task<Bucket> ApplyAsync(PrepareBucket.Request request) => await (await PlanAsync(request)).ApplyAsync(default);

    private JsonElement Run(string region, params string[] arguments)
    {
        var result = new AwsCli(Endpoint, region).Run(arguments);
        Assert.True(result.Succeeded, result.Error);
        return result.Text.Trim().Length == 0 ? default : result.Json;
    }

    private JsonElement Look(string region, string command) => Run(region, "s3api", command, "--bucket", Bucket);

    private JsonElement Policy(string region) => JsonDocument.Parse(Look(region, "get-bucket-policy").GetProperty("Policy").GetString()!).RootElement;

    private static JsonElement First(JsonElement list) => list.EnumerateArray().First();
}
