using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using OrgTrail.Aws;
using OrgTrail.Connection;

namespace OrgTrail.Sandbox.Tests.Services.S3;

public sealed class SdkTests : IDisposable
{
    private readonly SandboxServer _server = SandboxServer.Start(new());

    public void Dispose()
    {
        var failures = _server.InternalErrors;
        _server.Dispose();
        Assert.Empty(failures);
    }

    [Fact]
    public async Task The_SDK_for_NET_puts_lists_and_gets_with_its_checksums()
    {
        using var s3 = Client();
        await s3.PutBucketAsync("acme-audit");
        for (var i = 0; i < 1200; i++)
            _server.Context.Objects.Put("acme-audit", $"k/{i:D4}", default, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch);
        var put = new PutObjectRequest { BucketName = "acme-audit", Key = "../a b+c/ü", ContentBody = "hello", UseChunkEncoding = true };
        put.Metadata["signature"] = "abc";
        await s3.PutObjectAsync(put);

        using var got = await s3.GetObjectAsync(new GetObjectRequest { BucketName = "acme-audit", Key = "../a b+c/ü", ChecksumMode = ChecksumMode.ENABLED });
        using var reader = new StreamReader(got.ResponseStream);
        Assert.Equal(("hello", "abc"), (await reader.ReadToEndAsync(), got.Metadata["signature"]));
        var keys = new List<string>();
        await foreach (var found in s3.Paginators.ListObjectsV2(new() { BucketName = "acme-audit" }).S3Objects)
            keys.Add(found.Key);
        Assert.Equal((1201, "../a b+c/ü"), (keys.Count, keys[0]));
        var refused = await Assert.ThrowsAsync<NoSuchKeyException>(() => s3.GetObjectAsync("acme-audit", "missing"));
        Assert.NotEmpty(refused.RequestId);
    }

    [Fact]
    public async Task Our_own_provider_follows_a_bucket_into_its_Region()
    {
        _server.State.S3.Buckets["acme-eu"] = new() { Name = "acme-eu", OwnerAccountId = "111111111111", Region = "eu-central-1" };
        var options = new ConnectionOptions { AccessKey = "111111111111", SecretKey = "x", Region = "us-east-1", EndpointUrl = _server.Endpoint };
        using var cloud = await new AwsCloudProvider().ConnectAsync(options, new Quiet(), default);
        var policy = BucketPolicyTests.Policy(BucketPolicyTests.Statement(resource: "arn:aws:s3:::acme-eu/*"));

        Assert.Null(await cloud.Buckets.GetPolicyAsync("acme-eu", default));
        await cloud.Buckets.PutPolicyAsync("acme-eu", policy, default);
        Assert.Equal(policy, await cloud.Buckets.GetPolicyAsync("acme-eu", default));
        Assert.Equal("MalformedPolicy", (await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Buckets.PutPolicyAsync("acme-eu", "{}", default))).Problem.Id);
        Assert.Equal("PolicyTooLarge", (await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Buckets.PutPolicyAsync(
            "acme-eu", BucketPolicyTests.Policy(BucketPolicyTests.Statement(resource: "arn:aws:s3:::acme-eu/" + new string('x', 20480))), default))).Problem.Id);
    }

    [Theory]
    [InlineData("acme-audit.localhost")]
    [InlineData("acme-audit.s3.localhost")]
    public void The_bucket_may_stand_in_the_host(string host)
    {
        _server.State.S3.Buckets["acme-audit"] = new() { Name = "acme-audit", OwnerAccountId = "111111111111", Region = "us-east-1" };
        using var client = new RawClient(_server.Endpoint);

        client.Send(Signed.S3("PUT", "/a%20b/../c", "x", host));
        Assert.Equal(200, client.Read().Status);
        Assert.NotNull(_server.Context.Objects.Find("acme-audit", "a b/../c"));
    }

    private AmazonS3Client Client() => new(
        new BasicAWSCredentials("111111111111", "x"),
        new AmazonS3Config { ServiceURL = _server.Endpoint, AuthenticationRegion = "us-east-1", ForcePathStyle = true });
}
