using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Ports;

/// <summary>Finding buckets and creating them.</summary>
public sealed class AwsBucketPresenceTests : ConnectionTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("111111111111")]
    public async Task A_bucket_is_found_with_its_Region(string? owner)
    {
        Aws.AddBucket("acme-audit", region: "eu-north-1");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal("eu-north-1", await cloud.Buckets.FindAsync("acme-audit", owner, default));
        Assert.Equal(owner, Assert.Single(Aws.Calls).Headers.GetValueOrDefault("x-amz-expected-bucket-owner"));
    }

    [Fact]
    public async Task From_then_on_it_is_called_there()
    {
        Aws.AddBucket("acme-audit", region: "eu-north-1", policy: """{"Statement":[]}""");
        using var cloud = await ConnectAsync(ByHand);

        await cloud.Buckets.FindAsync("acme-audit", null, default);
        await cloud.Buckets.GetPolicyAsync("acme-audit", default);

        Assert.Equal(["eu-central-1", "eu-north-1"], Aws.Calls.Select(call => call.Region));
    }

    [Fact]
    public async Task An_emulator_that_tells_no_Region_is_believed_to_mean_the_one_it_was_asked_in()
    {
        Aws.On("S3", "HeadBucket").Answers("");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal("eu-central-1", await cloud.Buckets.FindAsync("acme-audit", null, default));
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_null()
    {
        Aws.On("S3", "HeadBucket").AnswersRaw(404, "application/xml", "");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Null(await cloud.Buckets.FindAsync("acme-audit", null, default));
        Assert.Single(Aws.Calls);
    }

    [Fact]
    public async Task A_bucket_of_somebody_else_is_a_refusal()
    {
        Aws.On("S3", "HeadBucket").AnswersRaw(403, "application/xml", "");
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Buckets.FindAsync("acme-audit", "111111111111", default));

        Assert.Equal(("AccessDenied", ProblemKind.PermissionDenied), (exception.Problem.Id, exception.Problem.Kind));
        Assert.Contains("another account", exception.Problem.What, StringComparison.Ordinal);
        Assert.Single(Aws.Calls);
    }

    [Theory]
    [InlineData("us-east-1", false, "")]
    [InlineData("eu-west-1", false, "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>")]
    [InlineData("eu-central-1", true, "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><LocationConstraint>eu-central-1</LocationConstraint></CreateBucketConfiguration>")]
    public async Task A_bucket_is_created_where_it_is_wanted(string region, bool objectLock, string sent)
    {
        Aws.On("S3", "CreateBucket").Answers("");
        using var cloud = await ConnectAsync(ByHand);

        await cloud.Buckets.CreateAsync("acme-audit", region, objectLock, default);

        var call = Assert.Single(Aws.Calls);
        Assert.Equal(region, call.Region);
        Assert.Equal(sent, call.Text);
        Assert.Equal(objectLock ? "true" : null, call.Headers.GetValueOrDefault("x-amz-bucket-object-lock-enabled")?.ToLowerInvariant());
        Assert.DoesNotContain("x-amz-acl", call.Headers.Keys);
    }

    [Theory]
    [InlineData("BucketAlreadyOwnedByYou", 409, "BucketAlreadyOwned")]
    [InlineData("BucketAlreadyExists", 409, "BucketNameTaken")]
    [InlineData("TooManyBuckets", 400, "TooManyBuckets")]
    [InlineData("OperationAborted", 409, "BucketBusy")]
    [InlineData("AccessDenied", 403, "AccessDenied")]
    public async Task Why_a_bucket_cannot_be_created_is_told_apart(string code, int status, string id)
    {
        Aws.On("S3", "CreateBucket").Fails(code, "S3 says no.", status);
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Buckets.CreateAsync("acme-audit", "eu-west-1", false, default));

        Assert.Equal((id, code), (exception.Problem.Id, exception.Problem.ErrorCode));
    }
}
