using System.Text.Json;
using OrgTrail.Connection;
using OrgTrail.Ports;
using OrgTrail.Testing;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>
/// The ports with real clients, against a server that nobody here wrote: what they write is read from outside, with the
/// AWS CLI, and what the AWS CLI wrote is read by them. A subclass names the server.
/// </summary>
public abstract class CloudWorkflows : IDisposable
{
    protected const string Bucket = "acme-audit";

    private readonly Lazy<Task<ICloud>> _cloud;

    protected CloudWorkflows() => _cloud = new(() => ConnectAsync(ThrowawayEnvironment.AccessKey));

    /// <summary>Where the server listens; skips the test when it cannot run here.</summary>
    protected abstract string Endpoint { get; }

    public virtual void Dispose()
    {
        if (_cloud.IsValueCreated) _cloud.Value.Result.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Folders_and_first_keys_are_found_among_objects()
    {
        var objects = (await WithBucketAsync()).Objects;
        foreach (var key in new[] { "AWSLogs/1/a", "AWSLogs/1/b c+d", "AWSLogs/2/x", "other" })
            Run("s3api", "put-object", "--bucket", Bucket, "--key", key);

        Assert.Equal(["AWSLogs/1/", "AWSLogs/2/"], await objects.ListFoldersAsync(Bucket, "AWSLogs/", default).ToListAsync());
        Assert.Equal("AWSLogs/1/a", await objects.FindKeyAsync(Bucket, "AWSLogs/", null, default));
        Assert.Equal("AWSLogs/1/b c+d", await objects.FindKeyAsync(Bucket, "AWSLogs/1/", "AWSLogs/1/a", default));
        Assert.Null(await objects.FindKeyAsync(Bucket, "AWSLogs/1/", "AWSLogs/1/b c+d", default));
    }

    [Fact]
    public async Task A_key_is_described_and_its_policy_replaced()
    {
        var keys = (await CloudAsync()).KeysIn("us-east-1");
        var arn = Run("kms", "create-key", "--key-usage", "ENCRYPT_DECRYPT").GetProperty("KeyMetadata").GetProperty("Arn").GetString()!;
        Run("kms", "enable-key-rotation", "--key-id", arn);
        Run("kms", "create-alias", "--alias-name", "alias/audit", "--target-key-id", arn);

        var key = await keys.DescribeAsync("alias/audit", default);
        Assert.Equal((arn, "us-east-1", "Enabled", "CUSTOMER"), (key.Arn, key.Region, key.State, key.Manager));
        Assert.True(key.IsEnabled);
        Assert.Equal(("SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT"), (key.Spec, key.Usage));
        Assert.True(await keys.IsRotatedAsync(arn, default));

        Assert.StartsWith("{", await keys.GetPolicyAsync(arn, default), StringComparison.Ordinal);
        await keys.PutPolicyAsync(arn, $$"""{"Version":"2012-10-17","Statement":[{"Sid":"changed","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{key.AccountId}}:root"},"Action":"kms:*","Resource":"*"}]}""", default);
        Assert.Contains("changed", Run("kms", "get-key-policy", "--key-id", arn, "--policy-name", "default").GetProperty("Policy").GetString(), StringComparison.Ordinal);

        Assert.Equal("KmsKeyNotFound", (await RefusalAsync(() => keys.DescribeAsync("alias/none", default))).Id);
    }

    [Fact]
    public async Task A_role_exists_or_does_not()
    {
        var roles = (await CloudAsync()).Roles;
        Run("iam", "create-role", "--role-name", "audit", "--assume-role-policy-document", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"sts:AssumeRole"}]}""");

        Assert.True(await roles.ExistsAsync("audit", default));
        Assert.False(await roles.ExistsAsync("none", default));
    }

    [Fact]
    public async Task What_a_trail_records_and_its_tags_are_written_and_read()
    {
        var trails = (await WithTrailAsync()).TrailsIn("us-east-1");
        var trail = TrailArn.TryParse((await trails.GetAsync("acme", default)).TrailARN, out var arn, out _) ? arn : throw new InvalidOperationException();

        await trails.Selectors.PutEventsAsync("acme", new() { Advanced = [new() { Name = "Management events selector", FieldSelectors = [new() { Field = "eventCategory", Equals = ["Management"] }] }] }, default);
        var advanced = Assert.Single((await trails.Selectors.GetEventsAsync("acme", default)).Advanced);
        Assert.Equal(("eventCategory", "Management"), (Assert.Single(advanced.FieldSelectors).Field, Assert.Single(advanced.FieldSelectors[0].Equals)));

        await trails.Selectors.PutEventsAsync("acme", new() { Basic = [new() { ReadWriteType = "WriteOnly" }] }, default);
        Assert.Equal("WriteOnly", Assert.Single((await trails.Selectors.GetEventsAsync("acme", default)).Basic).ReadWriteType);

        Assert.Empty((await trails.Selectors.GetInsightsAsync("acme", default)).Selectors);
        await trails.Selectors.PutInsightsAsync("acme", new() { Selectors = [new() { InsightType = "ApiErrorRateInsight" }] }, default);
        Assert.Equal("ApiErrorRateInsight", Assert.Single((await trails.Selectors.GetInsightsAsync("acme", default)).Selectors).InsightType);

        await trails.Tags.AddAsync(trail, new Dictionary<string, string> { ["team"] = "security", ["empty"] = "" }, default);
        Assert.Equal(new Dictionary<string, string> { ["team"] = "security", ["empty"] = "" }, await trails.Tags.ListAsync(trail, default));
    }

    [Fact]
    public async Task The_accounts_of_the_organization_are_listed()
    {
        var accounts = await (await CloudAsync()).Organizations.ListAccountsAsync(default).ToListAsync();

        var listed = Run("organizations", "list-accounts").GetProperty("Accounts").EnumerateArray().Select(account => account.GetProperty("Id").GetString());
        Assert.Equal(listed.Order(StringComparer.Ordinal), accounts.Select(account => account.Id).Order(StringComparer.Ordinal));
        Assert.All(accounts, account => Assert.True(account is { IsActive: true, JoinedTimestamp: not null, Name.Length: > 0 }));
    }

    private protected Task<ICloud> CloudAsync()
    {
        Assert.SkipUnless(AwsCli.Available, AwsCli.MissingBecause);
        return _cloud.Value;
    }

    /// <summary>A connection with a bucket, which was created through it.</summary>
    private protected async Task<IBuckets> WithBucketAsync(bool objectLock = false, string region = "us-east-1")
    {
        var buckets = (await CloudAsync()).Buckets;
        await buckets.CreateAsync(Bucket, region, objectLock, default);
        return buckets;
    }

    /// <summary>A connection with a trail called acme.</summary>
    private protected abstract Task<ICloud> WithTrailAsync();

    private protected async Task<ICloud> ConnectAsync(string accessKey) => await new AwsCloudProvider().ConnectAsync(
        new ConnectionOptions { AccessKey = accessKey, SecretKey = ThrowawayEnvironment.SecretKey, Region = "us-east-1", EndpointUrl = Endpoint },
        new RecordedFeedback(),
        default);

    protected JsonElement Run(params string[] arguments) => new AwsCli(Endpoint).Run(arguments).Json;

    protected static async Task<Problem> RefusalAsync(Func<Task> call) => (await Assert.ThrowsAsync<OrgTrailException>(call)).Problem;
}
