using OrgTrail.Buckets;
using OrgTrail.Core.Tests.Buckets;
using OrgTrail.Core.Tests.Doubles;
using OrgTrail.Operations;

namespace OrgTrail.Core.Tests.Operations.Buckets;

public sealed class PrepareBucketTests
{
    private const string Key = "arn:aws:kms:us-east-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private readonly InMemoryBuckets _buckets = new();
    private readonly InMemoryKeys _keys = new();
    private readonly RecordedFeedback _feedback = new();
    private readonly ManualTime _time = new();

    private static PrepareBucket.Request Everything => Plain with
    {
        KmsKeyId = "alias/audit",
        ObjectLockMode = "governance",
        ObjectLockDays = 365,
        ArchiveAfterDays = 400,
        ExpireAfterDays = 2555,
        AccessLogBucket = "acme-logs",
        AccessLogPrefix = "audit/",
    };

    private static PrepareBucket.Request Plain => new(Bare.Name)
    {
        TrailName = "acme",
        S3KeyPrefix = "audit",
        OrganizationId = "o-exampleorgid",
        ManagementAccountId = "111111111111",
    };

    public PrepareBucketTests()
    {
        _keys.Add(Key, "alias/audit");
        _buckets.Add(new("acme-logs", "111111111111", "us-east-1"));
    }

    [Fact]
    public async Task A_new_bucket_gets_all_that_was_asked_for_in_the_order_that_keeps_it_safe()
    {
        var bucket = await ApplyAsync(Everything);

        Assert.Equal(
            [
                "CreateBucket", "PutPublicAccessBlock", "PutBucketOwnershipControls", "PutBucketVersioning", "PutBucketEncryption",
                "PutBucketPolicy", "PutObjectLockConfiguration", "PutBucketLifecycleConfiguration", "PutBucketLogging",
            ],
            _buckets.Writes);
        var made = _buckets[Bare.Name];
        Assert.Equal(BucketEncryption.WithKey(Key), made.Encryption);
        Assert.Equal(new ObjectLock("GOVERNANCE", 365, null), made.ObjectLock);
        Assert.Equal("audit/AWSLogs/", Assert.Single(made.Lifecycle).Prefix);
        Assert.Equal(
            ("acme-audit", "us-east-1", "arn:aws:s3:::acme-audit", "acme", "audit", "us-east-1", true, 9, true),
            (bucket.BucketName, bucket.BucketRegion, bucket.BucketArn, bucket.TrailName, bucket.S3KeyPrefix, bucket.HomeRegion, bucket.Created, bucket.Changes.Count, bucket.IsPolicyFresh));
    }

    [Fact]
    public async Task A_second_run_only_reads()
    {
        await ApplyAsync(Everything);
        _buckets.Calls.Clear();

        var plan = await PlanAsync(Everything);

        Assert.True(plan.IsEmpty);
        Assert.False(plan.Current!.Created);
        Assert.False(plan.Current.IsPolicyFresh);
        Assert.Equal(9, _buckets.Calls.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_run_that_ends_in_between_is_finished_by_the_next(int writes)
    {
        _buckets.Refuse = _ => _buckets.Writes.Count() > writes ? new("ServiceFailed", ProblemKind.ServiceFailed, "It failed.", "Try again.") : null;
        var problem = (await Assert.ThrowsAsync<OrgTrailException>(() => ApplyAsync(Everything))).Problem;
        Assert.StartsWith("Bucket acme-audit is not finished: ", problem.What, StringComparison.Ordinal);
        Assert.Contains("Done so far: create bucket acme-audit in us-east-1, with object lock", problem.Advice, StringComparison.Ordinal);

        _buckets.Refuse = _ => null;
        _buckets.Calls.Clear();
        await ApplyAsync(Everything);

        Assert.DoesNotContain("CreateBucket", _buckets.Calls);
        Assert.True((await PlanAsync(Everything)).IsEmpty);
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_counts()
    {
        _buckets.Refuse = operation =>
        {
            if (operation != "CreateBucket") return null;
            _buckets.Add(new(Bare.Name, "111111111111", "us-east-1"));
            return new(ProblemIds.BucketAlreadyOwned, ProblemKind.AlreadyExists, "It is yours.", "Use it.");
        };

        Assert.True((await ApplyAsync(Plain)).Created);
    }

    [Fact]
    public async Task A_new_bucket_that_is_not_known_everywhere_yet_is_waited_for()
    {
        var unknown = 2;
        _buckets.Refuse = operation => operation == "PutPublicAccessBlock" && unknown-- > 0
            ? new(ProblemIds.BucketNotFound, ProblemKind.NotFound, "There is no bucket.", "Create it.") : null;

        await ApplyAsync(Plain);

        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)], _time.Waits);
        Assert.Equal("Preparing bucket acme-audit: done", _feedback.Waits[^1]);
    }

    [Fact]
    public async Task A_bucket_that_vanishes_is_not_waited_for()
    {
        _buckets.Add(new(Bare.Name, "111111111111", "us-east-1"));
        _buckets.Refuse = operation => operation == "PutPublicAccessBlock"
            ? new(ProblemIds.BucketNotFound, ProblemKind.NotFound, "There is no bucket.", "Create it.") : null;

        Assert.Equal("BucketNotFound", (await Assert.ThrowsAsync<OrgTrailException>(() => ApplyAsync(Plain))).Problem.Id);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task An_own_bucket_is_adopted_where_it_lies()
    {
        _buckets.Add(new(Bare.Name, "111111111111", "eu-west-1"));

        var bucket = await ApplyAsync(Plain);

        Assert.Equal(("eu-west-1", false, "us-east-1"), (bucket.BucketRegion, bucket.Created, bucket.HomeRegion));
        Assert.DoesNotContain("CreateBucket", _buckets.Calls);
    }

    [Fact]
    public async Task A_bucket_cannot_be_moved()
    {
        _buckets.Add(new(Bare.Name, "111111111111", "eu-west-1"));

        await RefusesAsync("BucketInOtherRegion", Plain with { BucketRegion = "us-east-1" });
        Assert.False((await PlanAsync(Plain with { BucketRegion = "eu-west-1" })).Current!.Created);
    }

    [Theory]
    [InlineData(true, "belongs to another account than 111111111111.")]
    [InlineData(false, "or the credentials lack s3:ListBucket")]
    public async Task Somebody_elses_bucket_is_left_alone(bool isVisible, string said)
    {
        _buckets.Add(new(Bare.Name, "222222222222", "us-east-1"));
        if (!isVisible) _buckets.Refuse = InMemoryBuckets.Denied;

        var problem = await RefusesAsync("BucketNotOwned", Plain);

        Assert.Contains(said, problem.What, StringComparison.Ordinal);
        Assert.Contains("Choose another name", problem.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_by_itself_is_told_before_anything_is_asked()
    {
        await RefusesAsync("InvalidBucketName", Plain with { BucketName = "Acme" });

        Assert.Empty(_buckets.Calls);
    }

    [Fact]
    public async Task Without_a_trail_the_policy_only_refuses_requests_without_TLS()
    {
        var bucket = await ApplyAsync(new(Bare.Name));

        Assert.Equal(DenyInsecureTransport.Merge(null, Bare.Arn).Policy, _buckets[Bare.Name].Policy);
        Assert.Equal((null, null, null, false), (bucket.TrailName, bucket.S3KeyPrefix, bucket.HomeRegion, bucket.IsPolicyFresh));
    }

    [Fact]
    public async Task A_key_must_be_fit_and_in_the_buckets_Region()
    {
        _keys.Add(_keys.Add(Key) with { Spec = "RSA_2048", Usage = "SIGN_VERIFY" });
        await RefusesAsync("KmsKeyNotSymmetric", Plain with { KmsKeyId = Key });
        _keys.Add(_keys.Add(Key) with { State = "Disabled" });
        await RefusesAsync("KmsKeyNotEnabled", Plain with { KmsKeyId = Key });
        await RefusesAsync("KmsKeyWrongRegion", Plain with { KmsKeyId = Key, BucketRegion = "eu-west-1" });
        await RefusesAsync("KmsKeyNotFound", Plain with { KmsKeyId = "alias/nobody" });
    }

    [Fact]
    public async Task A_key_that_may_not_be_seen_is_taken_at_its_word_and_told()
    {
        _keys.Refusal = InMemoryBuckets.Denied("DescribeKey");

        await ApplyAsync(Plain with { KmsKeyId = Key });

        Assert.Equal(BucketEncryption.WithKey(Key), _buckets[Bare.Name].Encryption);
        Assert.Contains(_feedback.Warnings, warning => warning.Contains("was not checked", StringComparison.Ordinal));
    }

    private async Task<Problem> RefusesAsync(string id, PrepareBucket.Request request)
    {
        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => PlanAsync(request));
        Assert.Equal(id, refusal.Problem.Id);
        Assert.Empty(_buckets.Writes);
        return refusal.Problem;
    }

    private Task<Plan<Bucket>> PlanAsync(PrepareBucket.Request request) =>
        new PrepareBucket(new InMemoryCloud { Buckets = _buckets, Keys = _ => _keys }.Connect(), _time, _feedback).PlanAsync(request, default);

    private async Task<Bucket> ApplyAsync(PrepareBucket.Request request) => await (await PlanAsync(request)).ApplyAsync(default);
}
