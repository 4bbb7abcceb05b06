using OrgTrail.Aws.Tests.Support;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Tests.Ports;

/// <summary>Before anything is written, it must be known what is there. An answer that does not say so is none.</summary>
public sealed class UnknownIsNotEmptyTests : ConnectionTest
{
    private static readonly (string Service, string Operation, Func<ICloud, Task> Ask)[] Listings =
    [
        ("CloudTrail", "ListTrails", cloud => ReadAsync(cloud.TrailsIn("eu-west-1").ListAsync(default))),
        ("CloudTrail", "DescribeTrails", cloud => cloud.TrailsIn("eu-west-1").DescribeAsync(default)),
        ("CloudTrail", "ListTags", cloud => cloud.TrailsIn("eu-west-1").Tags.ListAsync(OrgTrail.Trails.TrailArn.Parse("arn:aws:cloudtrail:eu-west-1:111111111111:trail/acme"), default)),
        ("Organizations", "ListAccounts", cloud => ReadAsync(cloud.Organizations.ListAccountsAsync(default))),
        ("Organizations", "ListDelegatedAdministrators", cloud => ReadAsync(cloud.Organizations.ListDelegatedAdministratorsAsync("cloudtrail.amazonaws.com", default))),
        ("Organizations", "ListAWSServiceAccessForOrganization", cloud => ReadAsync(cloud.Organizations.ListTrustedServicesAsync(default))),
        ("Organizations", "ListHandshakesForOrganization", cloud => ReadAsync(cloud.Organizations.ListAllFeaturesHandshakesAsync(default))),
    ];

    public static TheoryData<string> ListingNames => [.. Listings.Select(listing => listing.Operation)];

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, " \r\n")]
    [InlineData(200, "null")]
    [InlineData(200, "''")]
    [InlineData(200, "[]")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"Version":"2012-10-17","Stat""")]
    [InlineData(200, """{"message":"Internal error"}""")]
    [InlineData(200, "<Error><Code>NoSuchBucketPolicy</Code><Message>The bucket policy does not exist</Message></Error>")]
    [InlineData(204, "")]
    [InlineData(403, "<Error><Code>NoSuchBucketPolicy</Code><Message>The bucket policy does not exist</Message></Error>")]
    [InlineData(404, "<Error><Code>NoSuchBucketPolicy</Code><Message>The bucket pol")]
    [InlineData(404, "<Error><Code>NoSuchKey</Code></Error>")]
    [InlineData(404, "NoSuchBucketPolicy")]
    [InlineData(404, "")]
    public async Task A_bucket_whose_policy_is_not_told_is_not_one_without_a_policy(int status, string body)
    {
        Aws.On("S3", "GetBucketPolicy").AnswersRaw(status, "application/xml", body);
        using var cloud = await ConnectAsync(ByHand);
        await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Buckets.GetPolicyAsync("acme-audit", default));
    }

    [Fact]
    public async Task Only_the_error_that_says_so_says_that_there_is_none()
    {
        Aws.On("S3", "GetBucketPolicy").Fails("NoSuchBucketPolicy", "The bucket policy does not exist", status: 404);
        using var cloud = await ConnectAsync(ByHand);
        Assert.Null(await cloud.Buckets.GetPolicyAsync("acme-audit", default));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Policy":null}""")]
    [InlineData("""{"Policy":""}""")]
    [InlineData("""{"Policy":"{}"}""")]
    [InlineData("""{"Policy":"{\"Statement\":["}""")]
    [InlineData("""{"Policy":"<html/>"}""")]
    public async Task So_with_the_policy_of_a_key(string body)
    {
        Aws.On("KMS", "GetKeyPolicy").Answers(body);
        using var cloud = await ConnectAsync(ByHand);
        await Assert.ThrowsAsync<OrgTrailException>(() => cloud.KeysIn("eu-west-1").GetPolicyAsync("1234", default));
    }

    [Theory]
    [MemberData(nameof(ListingNames))]
    public async Task A_listing_that_is_none_is_not_an_empty_one(string operation)
    {
        var (service, _, ask) = Listings.Single(listing => listing.Operation == operation);
        foreach (var body in new[] { "", "''", "{}", "null", "[]", """{"__type":"InternalFailure","message":"no"}""", "<html></html>" })
        {
            Aws.On(service, operation).Answers(body);
            using var cloud = await ConnectAsync(ByHand);
            Assert.Equal("ServiceFailed", (await Assert.ThrowsAsync<OrgTrailException>(() => ask(cloud))).Problem.Id);
        }
    }

    [Fact]
    public async Task A_list_with_gaps_is_none()
    {
        Aws.On("CloudTrail", "ListTrails").Answers("""{"Trails":[null]}""");
        Aws.On("Organizations", "ListAccounts").Answers("""{"Accounts":[{"Name":"without an id"}]}""");
        using var cloud = await ConnectAsync(ByHand);
        Assert.Equal("ServiceFailed", (await Assert.ThrowsAsync<OrgTrailException>(() => ReadAsync(cloud.TrailsIn("eu-west-1").ListAsync(default)))).Problem.Id);
        Assert.Equal("ServiceFailed", (await Assert.ThrowsAsync<OrgTrailException>(() => ReadAsync(cloud.Organizations.ListAccountsAsync(default)))).Problem.Id);
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("{}")]
    [InlineData("<Error><Code>InternalError</Code></Error>")]
    public async Task A_write_that_somebody_else_answers_was_not_made(string body)
    {
        Aws.On("S3", "PutBucketPolicy").Answers(body);
        using var cloud = await ConnectAsync(ByHand);
        await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Buckets.PutPolicyAsync("acme-audit", """{"Statement":[]}""", default));
        Assert.Single(Aws.Calls);
    }

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items)
        {
            // Reading is all.
        }
    }
}
