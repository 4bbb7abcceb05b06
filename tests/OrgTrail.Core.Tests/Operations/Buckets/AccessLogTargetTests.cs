using OrgTrail.Buckets;
using OrgTrail.Core.Tests.Buckets;
using OrgTrail.Core.Tests.Doubles;
using OrgTrail.Operations;
using OrgTrail.State;

namespace OrgTrail.Core.Tests.Operations.Buckets;

public sealed class AccessLogTargetTests
{
    private readonly InMemoryBuckets _buckets = new();
    private readonly RecordedFeedback _feedback = new();

    [Theory]
    [InlineData("There is no bucket", null, null, null)]
    [InlineData("does not belong to account 111111111111", "222222222222", "us-east-1", null)]
    [InlineData("lies in eu-west-1", "111111111111", "eu-west-1", null)]
    [InlineData("retains its objects (GOVERNANCE, 1 day)", "111111111111", "us-east-1", "GOVERNANCE")]
    public async Task A_bucket_that_S3_does_not_log_to_is_refused(string why, string? owner, string? region, string? mode)
    {
        if (owner is not null) _buckets.Add(new("acme-logs", owner, region!) { ObjectLock = mode is null ? null : new(mode, 1, null) });

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(RequireAsync);

        Assert.Equal("InvalidAccessLogging", refusal.Problem.Id);
        Assert.Contains(why, refusal.Problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:kms")]
    [InlineData("aws:kms:dsse")]
    public async Task A_bucket_that_encrypts_by_KMS_gets_no_logs(string algorithm)
    {
        _buckets.Add(new("acme-logs", "111111111111", "us-east-1") { Encryption = new(algorithm, null, false) });

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(RequireAsync);

        Assert.Equal("InvalidAccessLogging", refusal.Problem.Id);
        Assert.Contains($"encrypts new objects by {algorithm}", refusal.Problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("this bucket", "111111111111", "arn:aws:s3:::acme-audit", 0)]
    [InlineData("any bucket", "111111111111", "arn:aws:s3:::*", 0)]
    [InlineData("another account", "222222222222", "arn:aws:s3:::acme-audit", 1)]
    [InlineData("another bucket", "111111111111", "arn:aws:s3:::other", 1)]
    public async Task A_policy_that_does_not_let_S3_write_is_told(string when, string account, string source, int warnings)
    {
        _buckets.Add(new("acme-logs", "111111111111", "us-east-1")
        {
            ObjectLock = new(null, null, null),
            Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-logs/audit/*","Condition":{"ArnLike":{"aws:SourceArn":"<source>"},"StringEquals":{"aws:SourceAccount":"<account>"}}}]}"""
                .Replace("<source>", source, StringComparison.Ordinal).Replace("<account>", account, StringComparison.Ordinal),
        });

        await RequireAsync();

        Assert.Equal((when, warnings), (when, _feedback.Warnings.Count));
    }

    [Fact]
    public async Task What_cannot_be_seen_of_it_is_no_refusal()
    {
        _buckets.Add(new("acme-logs", "111111111111", "us-east-1"));
        _buckets.Refuse = operation => operation == "HeadBucket" ? null : InMemoryBuckets.Denied(operation);

        await RequireAsync();

        Assert.Equal(3, _feedback.Details.Count);
        Assert.Contains("s3:PutObject on arn:aws:s3:::acme-logs/audit/*", Assert.Single(_feedback.Warnings), StringComparison.Ordinal);
    }

    private Task RequireAsync() => new AccessLogTarget(CloudState.Of(new InMemoryCloud { Buckets = _buckets }.Connect(), new ManualTime(), _feedback, default))
        .RequireAsync(new AccessLogging("acme-logs", "audit/"), Bare.Arn, "us-east-1");
}
