using System.Collections.Concurrent;
using OrgTrail.Aws.Tests.Workflows;
using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Sandbox;
using OrgTrail.Sandbox.Faults;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Buckets;

/// <summary>Which calls it takes to make a bucket fit, and what happens when some of them go wrong.</summary>
public sealed class PrepareBucketTests : IDisposable
{
    private const string Management = "111111111111";
    private const string Member = "222222222222";

    private static readonly string[] Reads =
    [
        "DescribeOrganization", "GetBucketEncryption", "GetBucketLifecycleConfiguration", "GetBucketLogging", "GetBucketOwnershipControls", "GetBucketPolicy",
        "GetBucketVersioning", "GetCallerIdentity", "GetObjectLockConfiguration", "GetPublicAccessBlock", "HeadBucket",
    ];

    private readonly SandboxServer _sandbox = SandboxServer.Start(new() { AccountCount = 3 });
    private readonly ConcurrentQueue<SandboxCall> _calls = new();
    private readonly RecordedFeedback _feedback = new();
    private readonly ManualTime _time = new();

    public PrepareBucketTests() => _sandbox.Called += (_, call) => _calls.Enqueue(call);

    private static PrepareBucket.Request Wanted => new("acme-audit") { TrailName = "acme" };

    public void Dispose()
    {
        Assert.Empty(_sandbox.InternalErrors);
        _sandbox.Dispose();
    }

    // Encryption and policy are read once more before they are written over, and the policy also behind that.
    [Fact]
    public async Task A_new_bucket_takes_one_look_and_one_write_a_setting()
    {
        await ApplyAsync(Wanted);

        Assert.Equal(["DescribeOrganization", "GetBucketEncryption", "GetBucketPolicy", "GetBucketPolicy", "GetCallerIdentity", "HeadBucket"], Operations(call => call.OnlyReads));
        Assert.Equal(
            ["CreateBucket", "PutPublicAccessBlock", "PutBucketOwnershipControls", "PutBucketVersioning", "PutBucketEncryption", "PutBucketPolicy"],
            _calls.Where(call => !call.OnlyReads).Select(call => call.Operation));
    }

    [Fact]
    public async Task What_is_right_is_read_once_and_not_written()
    {
        await ApplyAsync(Wanted);
        _calls.Clear();

        Assert.True((await PlanAsync(Wanted)).IsEmpty);

        Assert.Equal(Reads, Operations(_ => true));
    }

    [Fact]
    public async Task A_bucket_in_another_Region_is_asked_for_there()
    {
        await ApplyAsync(Wanted with { BucketRegion = "eu-central-1" });
        _calls.Clear();

        Assert.True((await PlanAsync(Wanted)).IsEmpty);

        Assert.Equal(["eu-central-1"], _calls.Where(call => call is { Service: "s3", Status: 200, Operation: not "HeadBucket" }).Select(call => call.Region).Distinct());
    }

    [Fact]
    public async Task A_bucket_of_another_account_is_left_alone()
    {
        _sandbox.State.S3.Buckets["acme-audit"] = new() { Name = "acme-audit", OwnerAccountId = Member, Region = "us-east-1" };

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => PlanAsync(Wanted));

        Assert.Equal("BucketNotOwned", refusal.Problem.Id);
        Assert.All(_calls, call => Assert.True(call.OnlyReads));
    }

    [Fact]
    public async Task A_member_account_may_own_the_bucket_of_the_organizations_trail()
    {
        await ApplyAsync(Wanted, Member);

        Assert.Equal(Member, _sandbox.State.S3.Buckets["acme-audit"].OwnerAccountId);
        Assert.Contains($"arn:aws:cloudtrail:us-east-1:{Management}:trail/acme", _sandbox.State.S3.Buckets["acme-audit"].Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_may_not_be_read_is_left_as_it_is()
    {
        await ApplyAsync(Wanted);
        _sandbox.State.S3.Buckets["acme-audit"].Versioning = null;
        _sandbox.Faults.Add(new() { Kind = FaultKind.AccessDenied, Operation = "GetBucketVersioning" });

        Assert.True((await PlanAsync(Wanted)).IsEmpty);

        Assert.Contains("The versioning of bucket acme-audit cannot be seen", Assert.Single(_feedback.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-east-1", 200)]
    [InlineData("eu-central-1", 409)]
    public async Task The_lost_answer_of_a_creation_counts_as_one(string region, int status)
    {
        _sandbox.Faults.Add(new() { Kind = FaultKind.LostAnswer, Operation = "CreateBucket", Times = 1 });

        Assert.True((await ApplyAsync(Wanted with { BucketRegion = region })).Created);

        Assert.Equal(status, _calls.Last(call => call.Operation == "CreateBucket").Status);
        Assert.True((await PlanAsync(Wanted)).IsEmpty);
    }

    [Theory]
    [InlineData("PutPublicAccessBlock")]
    [InlineData("PutBucketOwnershipControls")]
    [InlineData("PutBucketVersioning")]
    [InlineData("PutBucketEncryption")]
    [InlineData("PutBucketPolicy")]
    public async Task A_run_that_fails_in_between_is_finished_by_the_next(string operation)
    {
        _sandbox.Faults.Add(new() { Kind = FaultKind.AccessDenied, Operation = operation });
        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => ApplyAsync(Wanted));
        Assert.Equal("AccessDenied", refusal.Problem.Id);
        Assert.Contains("Done so far: create bucket acme-audit in us-east-1", refusal.Problem.Advice, StringComparison.Ordinal);
        _sandbox.Faults.Clear();

        await ApplyAsync(Wanted);

        var bucket = _sandbox.State.S3.Buckets["acme-audit"];
        Assert.Equal(("BucketOwnerEnforced", "Enabled"), (bucket.ObjectOwnership, bucket.Versioning));
        Assert.True(bucket.PublicAccessBlock is { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true });
        Assert.True((await PlanAsync(Wanted)).IsEmpty);
    }

    private IEnumerable<string> Operations(Func<SandboxCall, bool> which) => _calls.Where(which).Select(call => call.Operation).Order(StringComparer.Ordinal);

    private async Task<Bucket> ApplyAsync(PrepareBucket.Request request, string account = Management) => await (await PlanAsync(request, account)).ApplyAsync(default);

    private async Task<Plan<Bucket>> PlanAsync(PrepareBucket.Request request, string account = Management)
    {
        var options = new ConnectionOptions { AccessKey = account, SecretKey = ThrowawayEnvironment.SecretKey, Region = "us-east-1", EndpointUrl = _sandbox.Endpoint };
        var session = new CloudSession(options, await new AwsCloudProvider().ConnectAsync(options, _feedback, default));
        return await new PrepareBucket(session, _time, _feedback).PlanAsync(request, default);
    }
}
