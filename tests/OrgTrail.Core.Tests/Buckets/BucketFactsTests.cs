using OrgTrail.Buckets;
using OrgTrail.Core.Tests.Doubles;
using OrgTrail.State;

namespace OrgTrail.Core.Tests.Buckets;

public sealed class BucketFactsTests
{
    private readonly InMemoryBuckets _buckets = new();

    [Fact]
    public async Task A_bucket_is_read_in_one_look_at_each_setting()
    {
        _buckets.Add(new(Bare.Name, "111111111111", "eu-central-1") { Versioning = "Suspended", Policy = "{}" });

        var facts = await ReadAsync();

        Assert.Equal((BucketAccess.Own, "eu-central-1", "Suspended", "{}"), (facts.Access, facts.Region, facts.Versioning.Value, facts.Policy.Value));
        Assert.Equal(
            [
                "GetBucketEncryption", "GetBucketLifecycleConfiguration", "GetBucketLogging", "GetBucketOwnershipControls",
                "GetBucketPolicy", "GetBucketVersioning", "GetObjectLockConfiguration", "GetPublicAccessBlock", "HeadBucket",
            ],
            _buckets.Calls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_a_bucket_that_does_not_exist_nothing_more_is_asked()
    {
        Assert.Equal(Bare.Absent, await ReadAsync());
        Assert.Equal(["HeadBucket"], _buckets.Calls);
    }

    [Fact]
    public async Task Somebody_elses_bucket_that_can_be_seen_is_known_for_his()
    {
        _buckets.Add(new(Bare.Name, "222222222222", "us-west-2"));

        var facts = await ReadAsync();

        Assert.Equal((BucketAccess.Foreign, "us-west-2"), (facts.Access, facts.Region));
    }

    [Fact]
    public async Task A_bucket_that_cannot_be_seen_is_nobodys_for_certain()
    {
        _buckets.Add(new(Bare.Name, "222222222222", "us-west-2"));
        _buckets.Refuse = InMemoryBuckets.Denied;

        var facts = await ReadAsync();

        Assert.Equal((BucketAccess.Hidden, null), (facts.Access, facts.Region));
        Assert.False(facts.Versioning.IsKnown);
    }

    [Fact]
    public async Task A_setting_that_may_not_be_read_is_unknown_and_not_unset()
    {
        _buckets.Add(new(Bare.Name, "111111111111", "us-east-1") { ObjectOwnership = "ObjectWriter" });
        _buckets.Refuse = operation => operation == "GetBucketOwnershipControls" ? InMemoryBuckets.Denied(operation) : null;

        var facts = await ReadAsync();

        Assert.Equal("AccessDenied", facts.ObjectOwnership.Refusal?.Id);
        Assert.Null(facts.ObjectOwnership.Value);
        Assert.True(facts.Versioning.IsKnown);
    }

    [Fact]
    public async Task A_failure_is_no_fact()
    {
        _buckets.Add(new(Bare.Name, "111111111111", "us-east-1"));
        _buckets.Refuse = operation => operation == "GetBucketVersioning" ? new("ServiceFailed", ProblemKind.ServiceFailed, "It failed.", "Try again.") : null;

        Assert.Equal("ServiceFailed", (await Assert.ThrowsAsync<OrgTrailException>(ReadAsync)).Problem.Id);
    }

    private Task<BucketFacts> ReadAsync() => BucketFacts.ReadAsync(CloudState.Of(new InMemoryCloud { Buckets = _buckets }.Connect(), new ManualTime(), new RecordedFeedback(), default), Bare.Name);
}
