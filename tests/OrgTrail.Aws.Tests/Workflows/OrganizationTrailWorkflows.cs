using System.Text.Json;
using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>
/// The workflows of the AWS guides, by Core's operations and real clients against a server that nobody here wrote, and
/// their outcome seen from outside, with the AWS CLI. A subclass names the server.
/// </summary>
public abstract class OrganizationTrailWorkflows : IDisposable
{
    private const string Bucket = "my-organization-bucket";
    private const string Name = "my-organization-trail";

    private readonly Lazy<Task<CloudSession>> _session;
    private readonly RecordedFeedback _feedback = new();

    protected OrganizationTrailWorkflows() => _session = new(OpenAsync);

    /// <summary>Where the server listens; skips the test when it cannot run here.</summary>
    protected abstract string Endpoint { get; }

    private AwsCli Cli => new(Endpoint);

    public virtual void Dispose()
    {
        if (_session.IsValueCreated) _session.Value.Result.Leave();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task All_features_are_reported_and_trusted_access_goes_on_and_off()
    {
        var session = await PreparedAsync();

        var features = await EnableAllFeatures.PlanAsync(session, _feedback, default);
        Assert.True(features.IsEmpty);
        Assert.True(features.Current!.HasAllFeatures);

        Assert.True((await ApplyAsync(await new EnableTrustedAccess(session, TimeProvider.System, _feedback).PlanAsync(default))).Enabled);
        Assert.True((await new EnableTrustedAccess(session, TimeProvider.System, _feedback).PlanAsync(default)).IsEmpty);
        Assert.Equal([TrustedAccess.CloudTrail], TrustedServices());

        Assert.False((await ApplyAsync(await new DisableTrustedAccess(session, TimeProvider.System, _feedback).PlanAsync(default))).Enabled);
        Assert.Empty(TrustedServices());
    }

    [Fact]
    public async Task The_bucket_policy_is_merged_into_what_others_wrote()
    {
        var session = await PreparedAsync();
        const string Foreign = """{"Version":"2012-10-17","Statement":[{"Sid":"AWSCloudTrailWrite20150319","Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::my-organization-bucket/*"}]}""";
        Run("s3api", "put-bucket-policy", "--bucket", Bucket, "--policy", Foreign);

        await WritePolicyAsync(session);

        var statements = LivePolicy().GetProperty("Statement");
        Assert.Equal(4, statements.GetArrayLength());
        Assert.Equal("s3:DeleteObject", statements[0].GetProperty("Action").GetString());
        var wanted = await BuildBucketPolicy.RunAsync(() => Task.FromResult(session), Wanted, default);
        Assert.True((await new WriteBucketPolicy(session, TimeProvider.System, _feedback).PlanAsync(wanted, default)).IsEmpty);
    }

    [Fact]
    public async Task A_trail_for_all_Regions_is_created_and_logs()
    {
        var session = await PreparedAsync();

        var created = await CreateAsync(session, isMultiRegion: true);

        Assert.True(created.IsOrganizationTrail);
        var seen = SeenTrail();
        Assert.True(seen.GetProperty("IsOrganizationTrail").GetBoolean());
        Assert.True(seen.GetProperty("IsMultiRegionTrail").GetBoolean());
        Assert.True(Run("cloudtrail", "get-trail-status", "--name", Name).GetProperty("IsLogging").GetBoolean());
        Assert.True((await GetTrail.ReadStatusAsync(session, new TrailIdentity(created), default)).IsLogging);
    }

    [Fact]
    public async Task A_trail_for_a_single_Region_is_created_in_the_Region_of_the_connection()
    {
        var created = await CreateAsync(await PreparedAsync(), isMultiRegion: false);

        Assert.Equal("us-east-1", created.HomeRegion);
        Assert.False(SeenTrail().GetProperty("IsMultiRegionTrail").GetBoolean());
        Assert.True(SeenTrail().GetProperty("IsOrganizationTrail").GetBoolean());
    }

    [Fact]
    public async Task An_account_trail_turns_into_an_organization_trail()
    {
        var session = await PreparedAsync();
        await WritePolicyAsync(session);
        Run("cloudtrail", "create-trail", "--name", Name, "--s3-bucket-name", Bucket);
        Assert.False(SeenTrail().GetProperty("IsOrganizationTrail").GetBoolean());

        await UpdateAsync(session, new() { IsOrganizationTrail = true });

        Assert.True(SeenTrail().GetProperty("IsOrganizationTrail").GetBoolean());
    }

    [Fact]
    public async Task A_single_Region_trail_turns_into_one_for_all_Regions()
    {
        var session = await PreparedAsync();
        await CreateAsync(session, isMultiRegion: false);

        await UpdateAsync(session, new() { IsMultiRegionTrail = true });

        Assert.True(SeenTrail().GetProperty("IsMultiRegionTrail").GetBoolean());
    }

    [Fact]
    public async Task A_trail_is_found_stopped_and_deleted()
    {
        var session = await PreparedAsync();
        await CreateAsync(session, isMultiRegion: true);

        var found = await ListTrails.RunAsync(session, new() { OrganizationTrailsOnly = true }, _feedback, default).SingleAsync();
        await ApplyAsync(await new SwitchLogging(session, TimeProvider.System, _feedback).PlanStopAsync(new TrailIdentity(found), default));
        Assert.False(Run("cloudtrail", "get-trail-status", "--name", Name).GetProperty("IsLogging").GetBoolean());
        await ApplyAsync(await new RemoveTrail(session, TimeProvider.System, _feedback).PlanAsync(new([new TrailIdentity(found.TrailARN)]), default));

        Assert.Equal(0, Run("cloudtrail", "list-trails").GetProperty("Trails").GetArrayLength());
    }

    /// <summary>An organization with a bucket, and nothing else.</summary>
    protected abstract void Reset();

    private static BuildBucketPolicy.Request Wanted => new(Bucket, [Name]);

    private async Task<CloudSession> PreparedAsync()
    {
        Assert.SkipUnless(AwsCli.Available, AwsCli.MissingBecause);
        Reset();
        Run("organizations", "create-organization", "--feature-set", "ALL");
        Run("s3api", "create-bucket", "--bucket", Bucket);
        return await _session.Value;
    }

    private async Task<CloudSession> OpenAsync()
    {
        var options = new ConnectionOptions
        {
            AccessKey = ThrowawayEnvironment.AccessKey,
            SecretKey = ThrowawayEnvironment.SecretKey,
            Region = "us-east-1",
            EndpointUrl = Endpoint,
        };
        return new(options, await new AwsCloudProvider().ConnectAsync(options, _feedback, default));
    }

    private async Task<BucketPolicy> WritePolicyAsync(CloudSession session)
    {
        var plan = await new EnableTrustedAccess(session, TimeProvider.System, _feedback).PlanAsync(default);
        if (!plan.IsEmpty) await ApplyAsync(plan);
        var wanted = await BuildBucketPolicy.RunAsync(() => Task.FromResult(session), Wanted, default);
        return await ApplyAsync(await new WriteBucketPolicy(session, TimeProvider.System, _feedback).PlanAsync(wanted, default));
    }

    private async Task<Trail> CreateAsync(CloudSession session, bool isMultiRegion)
    {
        await WritePolicyAsync(session);
        var settings = new TrailSettings { Name = Name, S3BucketName = Bucket, IsOrganizationTrail = true, IsMultiRegionTrail = isMultiRegion };
        var plan = await new CreateTrail(session, TimeProvider.System, _feedback)
            .PlanAsync(new(settings) { StartLogging = true }, default);
        var trail = await ApplyAsync(plan);
        Assert.Empty(_feedback.Failures);
        return trail;
    }

    private async Task UpdateAsync(CloudSession session, TrailSettings wanted) => await ApplyAsync(
        await new UpdateTrail(session, TimeProvider.System, _feedback)
            .PlanAsync(new TrailIdentity(Name), wanted, skipPrerequisiteCheck: false, default));

    private static Task<T> ApplyAsync<T>(Plan<T> plan) where T : class
    {
        Assert.NotEmpty(plan.Changes);
        return plan.ApplyAsync(default);
    }

    private JsonElement Run(params string[] arguments)
    {
        var result = Cli.Run(arguments);
        Assert.True(result.Succeeded, result.Error);
        return result.Text.Trim().Length == 0 ? default : result.Json;
    }

    private JsonElement SeenTrail() => Run("cloudtrail", "get-trail", "--name", Name).GetProperty("Trail");

    private JsonElement LivePolicy() => JsonDocument.Parse(
        Run("s3api", "get-bucket-policy", "--bucket", Bucket).GetProperty("Policy").GetString()!).RootElement;

    private IEnumerable<string?> TrustedServices() =>
        Run("organizations", "list-aws-service-access-for-organization").GetProperty("EnabledServicePrincipals")
            .EnumerateArray().Select(service => service.GetProperty("ServicePrincipal").GetString());
}
