using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class AwsBucketObjectsTests : ConnectionTest
{
    private const string Head = "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>acme-audit</Name>";

    [Fact]
    public async Task The_first_key_behind_another_is_one_listing_of_one_key()
    {
        Aws.On("S3", "ListObjectsV2").Answers(Head + "<KeyCount>1</KeyCount><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken><Contents><Key>AWSLogs/b</Key></Contents></ListBucketResult>");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal("AWSLogs/b", await cloud.Buckets.Objects.FindKeyAsync("acme-audit", "AWSLogs/", "AWSLogs/a", default));

        var call = Assert.Single(Aws.Calls);
        Assert.Equal("acme-audit", call.Bucket);
        Assert.Equal(("2", "1", "AWSLogs/", "AWSLogs/a"), (call.Query["list-type"], call.Query["max-keys"], call.Query["prefix"], call.Query["start-after"]));
        Assert.DoesNotContain("delimiter", call.Query.Keys);
    }

    [Fact]
    public async Task No_key_is_null()
    {
        Aws.On("S3", "ListObjectsV2").Answers(Head + "<KeyCount>0</KeyCount><IsTruncated>false</IsTruncated></ListBucketResult>");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Null(await cloud.Buckets.Objects.FindKeyAsync("acme-audit", "AWSLogs/", null, default));
        Assert.DoesNotContain("start-after", Assert.Single(Aws.Calls).Query.Keys);
    }

    [Fact]
    public async Task Folders_come_from_all_pages_also_behind_empty_ones()
    {
        Aws.On("S3", "ListObjectsV2")
            .AnswersOnce(Head + "<IsTruncated>true</IsTruncated><NextContinuationToken>1</NextContinuationToken><CommonPrefixes><Prefix>AWSLogs/1/</Prefix></CommonPrefixes><CommonPrefixes><Prefix>AWSLogs/2/</Prefix></CommonPrefixes></ListBucketResult>")
            .AnswersOnce(Head + "<IsTruncated>true</IsTruncated><NextContinuationToken>2</NextContinuationToken></ListBucketResult>")
            .AnswersOnce(Head + "<IsTruncated>false</IsTruncated><Contents><Key>AWSLogs/x</Key></Contents><CommonPrefixes><Prefix>AWSLogs/o-1/</Prefix></CommonPrefixes></ListBucketResult>");
        using var cloud = await ConnectAsync(ByHand);

        var folders = new List<string>();
        await foreach (var folder in cloud.Buckets.Objects.ListFoldersAsync("acme-audit", "AWSLogs/", default)) folders.Add(folder);

        Assert.Equal(["AWSLogs/1/", "AWSLogs/2/", "AWSLogs/o-1/"], folders);
        Assert.All(Aws.Calls, call => Assert.Equal(("/", "AWSLogs/"), (call.Query["delimiter"], call.Query["prefix"])));
        Assert.Equal([null, "1", "2"], Aws.Calls.Select(call => call.Query.GetValueOrDefault("continuation-token")));
    }

    [Fact]
    public async Task Objects_come_from_all_pages_with_what_is_told_of_them()
    {
        Aws.On("S3", "ListObjectsV2")
            .AnswersOnce(Head + "<IsTruncated>true</IsTruncated><NextContinuationToken>1</NextContinuationToken><Contents><Key>a/1</Key><Size>7</Size><LastModified>2026-03-01T10:00:00.000Z</LastModified><StorageClass>DEEP_ARCHIVE</StorageClass></Contents></ListBucketResult>")
            .AnswersOnce(Head + "<IsTruncated>false</IsTruncated><Contents><Key>a/2</Key><Size>0</Size></Contents></ListBucketResult>");
        using var cloud = await ConnectAsync(ByHand);

        var objects = await cloud.Buckets.Objects.ListAsync("acme-audit", "a/", "a/0", default).ToListAsync();

        Assert.Equal([new("a/1", 7, new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), "DEEP_ARCHIVE"), new("a/2", 0, null, null)], objects);
        Assert.Equal(("a/", "a/0"), (Aws.Calls[0].Query["prefix"], Aws.Calls[0].Query["start-after"]));
    }

    [Fact]
    public async Task An_object_is_read_as_it_is_stored()
    {
        Aws.On("S3", "GetObject").Answers("not inflated by anybody");
        using var cloud = await ConnectAsync(ByHand);

        using var body = await cloud.Buckets.Objects.OpenAsync("acme-audit", "AWSLogs/x.json.gz", default);

        Assert.Equal(23, body.Length);
        Assert.Equal("not inflated by anybody", await new StreamReader(body.Content).ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("Accept-Encoding", Assert.Single(Aws.Calls).Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(404, "NoSuchKey", "ObjectNotFound")]
    [InlineData(403, "InvalidObjectState", "ObjectArchived")]
    [InlineData(403, "AccessDenied", "AccessDenied")]
    [InlineData(400, "KMS.DisabledException", "ObjectKeyUnusable")]
    [InlineData(400, "KMS.KMSInvalidStateException", "ObjectKeyUnusable")]
    [InlineData(503, "SlowDown", "Throttled")]
    public async Task A_refusal_says_why_and_is_sent_once(int status, string code, string problem)
    {
        Aws.On("S3", "GetObject").Fails(code, "no", status);
        using var cloud = await ConnectAsync(ByHand);

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Buckets.Objects.OpenAsync("acme-audit", "x", default));

        Assert.Equal(problem, refusal.Problem.Id);
        Assert.Single(Aws.Calls);
    }

    [Fact]
    public async Task A_page_of_a_proxy_is_not_an_empty_listing()
    {
        Aws.On("S3", "ListObjectsV2").AnswersHtml(status: 200);
        using var cloud = await ConnectAsync(ByHand);

        var key = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Buckets.Objects.FindKeyAsync("acme-audit", "", null, default));
        var folders = await Assert.ThrowsAsync<OrgTrailException>(async () => await cloud.Buckets.Objects.ListFoldersAsync("acme-audit", "", default).ToListAsync());

        Assert.Equal(("ServiceFailed", "ServiceFailed"), (key.Problem.Id, folders.Problem.Id));
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_not_an_empty_one()
    {
        Aws.On("S3", "ListObjectsV2").Fails("NoSuchBucket", "None.", status: 404);
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Buckets.Objects.FindKeyAsync("acme-audit", "", null, default));

        Assert.Equal("BucketNotFound", exception.Problem.Id);
    }
}
