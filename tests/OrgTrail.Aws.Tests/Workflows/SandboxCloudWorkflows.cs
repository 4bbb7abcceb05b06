using OrgTrail.Buckets;
using OrgTrail.Ports;
using OrgTrail.Sandbox;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>The ports on the sandbox, which refuses what AWS refuses, and knows who owns a bucket.</summary>
public sealed class SandboxCloudWorkflows : BucketWorkflows
{
    private const string Management = "111111111111";
    private const string Member = "222222222222";

    private readonly SandboxServer _sandbox = SandboxServer.Start(new() { AccountCount = 45 });

    protected override string Endpoint => _sandbox.Endpoint;

    public override void Dispose()
    {
        base.Dispose();
        Assert.Empty(_sandbox.InternalErrors);
        _sandbox.Dispose();
    }

    [Fact]
    public async Task A_bucket_of_another_account_is_neither_found_nor_created()
    {
        using var member = await ConnectAsync(Member);
        await member.Buckets.CreateAsync(Bucket, "eu-west-1", false, default);
        using var cloud = await ConnectAsync(Management);

        Assert.Equal("AccessDenied", (await RefusalAsync(() => cloud.Buckets.FindAsync(Bucket, null, default))).Id);
        Assert.Equal("AccessDenied", (await RefusalAsync(() => member.Buckets.FindAsync(Bucket, Management, default))).Id);
        Assert.Equal("eu-west-1", await member.Buckets.FindAsync(Bucket, Member, default));
        Assert.Equal("BucketNameTaken", (await RefusalAsync(() => cloud.Buckets.CreateAsync(Bucket, "eu-west-1", false, default))).Id);
    }

    [Fact]
    public async Task Access_logs_go_to_a_bucket_beside()
    {
        using var cloud = await ConnectAsync(Management);
        await cloud.Buckets.CreateAsync(Bucket, "us-east-1", false, default);
        await cloud.Buckets.CreateAsync("acme-access", "us-east-1", false, default);
        var settings = cloud.Buckets.Settings;
        Assert.Null(await settings.GetAccessLoggingAsync(Bucket, default));

        await settings.PutAccessLoggingAsync(Bucket, new("acme-access", "audit/"), default);

        Assert.Equal(new AccessLogging("acme-access", "audit/"), await settings.GetAccessLoggingAsync(Bucket, default));
        Assert.Equal("InvalidLoggingTarget", (await RefusalAsync(() => settings.PutAccessLoggingAsync(Bucket, new("acme-none", ""), default))).Id);
    }

    [Fact]
    public async Task From_which_size_on_objects_are_moved_stays_as_it_was()
    {
        using var cloud = await ConnectAsync(Management);
        await cloud.Buckets.CreateAsync(Bucket, "us-east-1", false, default);
        await cloud.Buckets.Settings.PutLifecycleRuleAsync(Bucket, new("theirs", true) { ExpireAfterDays = 9 }, default);
        var configurations = _sandbox.State.S3.Buckets[Bucket].Configurations;
        configurations["lifecycle-minimum-object-size"] = "varies_by_storage_class";

        await cloud.Buckets.Settings.PutLifecycleRuleAsync(Bucket, new("orgtrail", true) { ExpireAfterDays = 9 }, default);

        Assert.Equal("varies_by_storage_class", configurations["lifecycle-minimum-object-size"]);
    }

    [Fact]
    public async Task A_delegated_administrator_is_registered_once_listed_and_deregistered_once()
    {
        using var cloud = await ConnectAsync(Management);
        await cloud.Organizations.EnableTrustedServiceAsync(TrustedAccess.CloudTrail, default);
        var delegations = cloud.TrailsIn("us-east-1").Delegations;

        await delegations.RegisterAsync(Member, default);
        Assert.Equal("DelegatedAdministratorAlreadyRegistered", (await RefusalAsync(() => delegations.RegisterAsync(Member, default))).Id);
        Assert.Equal(Member, Assert.Single(await cloud.Organizations.ListDelegatedAdministratorsAsync(TrustedAccess.CloudTrail, default).ToListAsync()).AccountId);
        await delegations.DeregisterAsync(Member, default);
        Assert.Equal("DelegatedAdministratorNotRegistered", (await RefusalAsync(() => delegations.DeregisterAsync(Member, default))).Id);
        Assert.Equal("CannotDelegateManagementAccount", (await RefusalAsync(() => delegations.RegisterAsync(Management, default))).Id);
    }

    [Fact]
    public async Task A_listing_of_45_accounts_takes_three_calls()
    {
        using var cloud = await ConnectAsync(Management);
        Assert.Equal(45, (await cloud.Organizations.ListAccountsAsync(default).ToListAsync()).Count);
        Assert.Equal(3, _sandbox.Calls);
    }

    [Fact]
    public async Task Each_reading_is_one_call()
    {
        using var cloud = await ConnectAsync(Management);
        await cloud.Buckets.CreateAsync(Bucket, "us-east-1", true, default);
        var settings = cloud.Buckets.Settings;
        foreach (var read in new Func<Task>[]
        {
            () => cloud.Buckets.FindAsync(Bucket, Management, default),
            () => settings.GetPublicAccessBlockAsync(Bucket, default),
            () => settings.GetObjectOwnershipAsync(Bucket, default),
            () => settings.GetVersioningAsync(Bucket, default),
            () => settings.GetEncryptionAsync(Bucket, default),
            () => settings.GetLifecycleAsync(Bucket, default),
            () => settings.GetAccessLoggingAsync(Bucket, default),
            () => settings.GetObjectLockAsync(Bucket, default),
            () => cloud.Buckets.GetPolicyAsync(Bucket, default),
            () => cloud.Buckets.Objects.FindKeyAsync(Bucket, "AWSLogs/", null, default),
            () => cloud.Roles.ExistsAsync("AWSServiceRoleForCloudTrail", default),
        })
        {
            var before = _sandbox.Calls;
            await read();
            Assert.Equal(before + 1, _sandbox.Calls);
        }
    }

    private protected override async Task<ICloud> WithTrailAsync()
    {
        await WithBucketAsync();
        var cloud = await CloudAsync();
        await cloud.Buckets.PutPolicyAsync(Bucket, TrailPolicy, default);
        Run("cloudtrail", "create-trail", "--name", "acme", "--s3-bucket-name", Bucket);
        return cloud;
    }

    private const string TrailPolicy = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::acme-audit"},
          {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-audit/AWSLogs/111111111111/*"}]}
        """;
}
