using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3;
using OrgTrail.Aws.Ports;
using OrgTrail.Aws.S3;
using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class AwsBucketsTests : ConnectionTest
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[]}""";

    [Fact]
    public async Task A_policy_put_is_the_policy_got()
    {
        Aws.AddBucket("acme-audit");
        using var cloud = await ConnectAsync(ByHand);
        Assert.Null(await cloud.Buckets.GetPolicyAsync("acme-audit", default));
        await cloud.Buckets.PutPolicyAsync("acme-audit", Policy, default);
        Assert.Equal(Policy, await cloud.Buckets.GetPolicyAsync("acme-audit", default));
        Assert.Equal(Policy, Assert.Single(Aws.CallsOf("S3", "PutBucketPolicy")).Text);
    }

    [Theory]
    [InlineData("NoSuchBucket", 404, "BucketNotFound", ProblemKind.NotFound)]
    [InlineData("AccessDenied", 403, "AccessDenied", ProblemKind.PermissionDenied)]
    [InlineData("MethodNotAllowed", 405, "NotBucketOwner", ProblemKind.PermissionDenied)]
    [InlineData("PermanentRedirect", 301, "BucketInOtherRegion", ProblemKind.InvalidInput)]
    [InlineData("InvalidAccessKeyId", 403, "CredentialsRefused", ProblemKind.Authentication)]
    public async Task A_refusal_is_told_in_the_words_of_the_table(string code, int status, string id, ProblemKind kind)
    {
        Aws.On("S3", "GetBucketPolicy").Fails(code, "S3 says no.", status);
        using var cloud = await ConnectAsync(ByHand);
        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Buckets.GetPolicyAsync("acme-audit", default));

        Assert.Equal((id, kind, code), (exception.Problem.Id, exception.Problem.Kind, exception.Problem.ErrorCode));
        Assert.Contains("S3 says no.", exception.Problem.Why, StringComparison.Ordinal);
        Assert.NotNull(exception.Problem.RequestId);
    }

    [Fact]
    public async Task A_page_of_a_proxy_is_no_policy()
    {
        Aws.On("S3", "GetBucketPolicy").AnswersHtml(status: 200);
        using var cloud = await ConnectAsync(ByHand);
        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Buckets.GetPolicyAsync("acme-audit", default));
        Assert.Equal("ServiceFailed", exception.Problem.Id);
    }

    [Fact]
    public async Task A_bucket_in_another_Region_is_followed_there_once()
    {
        Aws.On("S3", "GetBucketPolicy")
            .AnswersRaw(400, "application/xml", "<Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'</Message><Region>eu-west-1</Region></Error>")
            .Times(1)
            .Answers(Policy);
        Aws.On("S3", "PutBucketPolicy").Answers("");
        using var buckets = At(region => AtAmazon(region));

        Assert.Equal(Policy, await buckets.GetPolicyAsync("malformed-bucket", default));
        await buckets.PutPolicyAsync("malformed-bucket", Policy, default);
        Assert.Equal(
            ["s3.us-east-1.amazonaws.com us-east-1", "s3.eu-west-1.amazonaws.com eu-west-1", "s3.eu-west-1.amazonaws.com eu-west-1"],
            Aws.Calls.Select(call => $"{call.Headers["Host"]} {call.Region}"));
    }

    [Fact]
    public async Task So_is_one_that_answers_with_a_redirect()
    {
        Aws.On("S3", "PutBucketPolicy")
            .AnswersRaw(301, "application/xml", "<Error><Code>PermanentRedirect</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint.</Message></Error>")
            .Times(1)
            .Answers("");
        using var buckets = At(region => AtAmazon(region, lies: "ap-south-1"));

        await buckets.PutPolicyAsync("redirected-bucket", Policy, default);
        Assert.Equal(["us-east-1", "ap-south-1"], Aws.Calls.Select(call => call.Region));
        Assert.Equal("s3.ap-south-1.amazonaws.com", Aws.Calls[^1].Headers["Host"]);
        Assert.Equal(Policy, Aws.Calls[^1].Text);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    public async Task Looking_for_a_bucket_follows_the_Region_that_stands_in_the_header_alone(int status)
    {
        Aws.On("S3", "HeadBucket").AnswersRaw(status, "application/xml", "").Times(1).Answers("");
        using var buckets = At(region => AtAmazon(region, lies: "ap-south-1"));

        Assert.Equal("ap-south-1", await buckets.FindAsync("elsewhere-bucket", null, default));
        Assert.Equal(["us-east-1", "ap-south-1"], Aws.Calls.Select(call => call.Region));
    }

    [Fact]
    public async Task A_listing_follows_the_Region_too()
    {
        Aws.On("S3", "ListObjectsV2").Fails("PermanentRedirect", "must be addressed using the specified endpoint", status: 301).Times(1)
            .Answers("<ListBucketResult><Name>listed-bucket</Name><Contents><Key>a</Key></Contents></ListBucketResult>");
        using var buckets = At(region => AtAmazon(region, lies: "ap-south-1"));

        Assert.Equal("a", await buckets.Objects.FindKeyAsync("listed-bucket", "", null, default));
        Assert.Equal(["us-east-1", "ap-south-1"], Aws.Calls.Select(call => call.Region));
    }

    [Fact]
    public async Task A_bucket_is_created_nowhere_but_where_it_is_wanted()
    {
        Aws.On("S3", "CreateBucket").Fails("BucketAlreadyOwnedByYou", "You have it already.", status: 409);
        using var buckets = At(region => AtAmazon(region, lies: "ap-south-1"));

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => buckets.CreateAsync("present-bucket", "eu-west-1", false, default));
        Assert.Equal("BucketAlreadyOwned", exception.Problem.Id);
        Assert.Equal("eu-west-1", Assert.Single(Aws.Calls).Region);
    }

    [Fact]
    public async Task A_bucket_that_stays_elsewhere_is_followed_no_further()
    {
        Aws.On("S3", "GetBucketPolicy").Fails("PermanentRedirect", "must be addressed using the specified endpoint", status: 301);
        using var buckets = At(region => AtAmazon(region, lies: "ap-south-1"));

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => buckets.GetPolicyAsync("moving-bucket", default));
        Assert.Equal("BucketInOtherRegion", exception.Problem.Id);
        Assert.Equal(2, Aws.Calls.Count);
    }

    [Fact]
    public async Task A_Region_of_another_partition_is_not_followed()
    {
        Aws.On("S3", "GetBucketPolicy").Fails("PermanentRedirect", "must be addressed using the specified endpoint", status: 301);
        using var buckets = At(region => AtAmazon(region, lies: "cn-north-1"));

        Assert.Equal("BucketInOtherRegion", (await Assert.ThrowsAsync<OrgTrailException>(() => buckets.GetPolicyAsync("abroad-bucket", default))).Problem.Id);
        Assert.Equal("s3.us-east-1.amazonaws.com", Assert.Single(Aws.Calls).Headers["Host"]);
    }

    [Fact]
    public async Task A_given_endpoint_is_not_left_whatever_Region_is_named()
    {
        Aws.On("S3", "GetBucketPolicy")
            .AnswersRaw(400, "application/xml", "<Error><Code>AuthorizationHeaderMalformed</Code><Message>the region 'eu-central-1' is wrong; expecting 'eu-west-1'</Message><Endpoint>evil.example.com</Endpoint></Error>").Times(1)
            .Answers(Policy);
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(Policy, await cloud.Buckets.GetPolicyAsync("elsewhere-bucket", default));
        Assert.Equal(["eu-central-1", "eu-west-1"], Aws.Calls.Select(call => call.Region));
        Assert.All(Aws.Calls, call => Assert.Equal(new Uri(Aws.Endpoint).Authority, call.Headers["Host"]));
    }

    [Fact]
    public void No_bucket_is_looked_for_beside_the_settings()
    {
        // The SDK's own policy asks us-east-1 without TLS where a bucket lies, after any answer with status 400.
        using var client = AtAmazon("eu-west-1");
        var pipeline = (RuntimePipeline)typeof(AmazonServiceClient).GetProperty("RuntimePipeline", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(client)!;
        Assert.Equal(typeof(StandardRetryPolicy), Assert.Single(pipeline.Handlers.OfType<RetryHandler>()).RetryPolicy.GetType());
    }

    private static AwsBuckets At(Func<string, BucketClient> create) => new("us-east-1", create, create, create, TimeProvider.System);

    /// <summary>A client that means Amazon's own addresses, whose connections end at the scripted server.</summary>
    private BucketClient AtAmazon(string region, string? lies = null) => new(new BasicAWSCredentials("AKIAGIVEN", Secret), new AmazonS3Config
    {
        RegionEndpoint = RegionEndpoint.GetBySystemName(region),
        UseHttp = true,
        ForcePathStyle = true,
        MaxErrorRetry = 0,
        HttpClientFactory = new Rerouted(new Uri(Aws.Endpoint), lies),
    });

    private sealed class Rerouted(Uri target, string? lies) : HttpClientFactory
    {
        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new NamesRegion(lies)
        {
            InnerHandler = new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                ConnectCallback = async (_, cancellation) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, target.Port), cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            },
        });
    }

    /// <summary>Adds the header by which Amazon S3 says where a bucket lies.</summary>
    private sealed class NamesRegion(string? region) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (region is not null) answer.Headers.Add("x-amz-bucket-region", region);
            return answer;
        }
    }
}
