using System.Security.Cryptography;
using System.Text;
using OrgTrail.Aws.Tests.Support;
using OrgTrail.Buckets;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class AwsBucketLifecycleTests : ConnectionTest
{
    private const string Bucket = "acme-audit";
    private const string Head = "<LifecycleConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">";
    private const string Foreign =
        "<Rule><ID>theirs</ID><Filter><And><Prefix>tmp/</Prefix><Tag><Key>a</Key><Value>b</Value></Tag><ObjectSizeGreaterThan>5</ObjectSizeGreaterThan></And></Filter><Status>Disabled</Status>"
        + "<Transition><Date>2030-01-01T00:00:00.000Z</Date><StorageClass>BRAND_NEW</StorageClass></Transition><NoncurrentVersionExpiration><NoncurrentDays>3</NoncurrentDays></NoncurrentVersionExpiration>"
        + "<OfTomorrow><Deep>1</Deep></OfTomorrow></Rule>";
    private const string Ours =
        "<Rule><ID>orgtrail</ID><Filter><Prefix>AWSLogs/</Prefix></Filter><Status>Enabled</Status><Transition><Days>90</Days><StorageClass>GLACIER</StorageClass></Transition><Expiration><Days>400</Days></Expiration><NoncurrentVersionExpiration><NoncurrentDays>30</NoncurrentDays></NoncurrentVersionExpiration></Rule>";
    private const string Tail = "</LifecycleConfiguration>";

    private static readonly LifecycleRule Rule = new("orgtrail", true) { Prefix = "AWSLogs/", ArchiveAfterDays = 90, ExpireAfterDays = 400, ExpireVersionsAfterDays = 30 };

    [Fact]
    public async Task A_rule_is_shown_whole_when_it_says_nothing_else_and_by_its_id_otherwise()
    {
        Aws.On("S3", "GetBucketLifecycleConfiguration").Answers(Head + Foreign + Ours + "<Rule><ID>all</ID><Prefix></Prefix><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule>" + Tail);
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(
            [new LifecycleRule("theirs", false), Rule, new LifecycleRule("all", true) { ExpireAfterDays = 1 }],
            await cloud.Buckets.Settings.GetLifecycleAsync(Bucket, default));
    }

    [Theory]
    [InlineData("<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>")]
    [InlineData("<Transition><Days>9</Days><StorageClass>DEEP_ARCHIVE</StorageClass></Transition>")]
    [InlineData("<Transition><Days>9</Days><StorageClass>GLACIER</StorageClass></Transition><Transition><Days>99</Days><StorageClass>GLACIER</StorageClass></Transition>")]
    [InlineData("<AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload><Expiration><Days>1</Days></Expiration>")]
    [InlineData("<NoncurrentVersionExpiration><NoncurrentDays>9</NoncurrentDays><NewerNoncurrentVersions>3</NewerNoncurrentVersions></NoncurrentVersionExpiration>")]
    [InlineData("<Filter><ObjectSizeLessThan>5</ObjectSizeLessThan></Filter><Expiration><Days>1</Days></Expiration>")]
    public async Task A_rule_that_says_more_shows_its_id_only(string more)
    {
        Aws.On("S3", "GetBucketLifecycleConfiguration").Answers($"{Head}<Rule><ID>theirs</ID><Status>Enabled</Status>{more}</Rule>{Tail}");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal([new LifecycleRule("theirs", true)], await cloud.Buckets.Settings.GetLifecycleAsync(Bucket, default));
    }

    [Fact]
    public async Task A_rule_is_put_beside_those_of_others()
    {
        Assert.Equal(Head + Foreign + Ours + Tail, await PutAsync(Head + Foreign + Tail, Rule));
    }

    [Fact]
    public async Task A_rule_is_put_in_the_place_of_the_one_with_its_id()
    {
        Assert.Equal(
            Head + "<Rule><ID>orgtrail</ID><Filter><Prefix></Prefix></Filter><Status>Disabled</Status><Expiration><Days>7</Days></Expiration></Rule>" + Foreign + Tail,
            await PutAsync(Head + Ours + Foreign + Tail, new("orgtrail", false) { ExpireAfterDays = 7 }));
    }

    [Fact]
    public async Task The_first_rule_of_a_bucket_is_its_only_one()
    {
        Assert.Equal(Head + Ours + Tail, await PutAsync(null, Rule));
    }

    [Fact]
    public async Task What_is_sent_carries_its_own_checksum_and_goes_to_the_right_place()
    {
        await PutAsync(Head + Foreign + Tail, Rule);

        var put = Aws.Calls[^1];
        Assert.Equal((Bucket, "lifecycle"), (put.Bucket, Assert.Single(put.Query.Keys)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(put.Text))), put.Headers["x-amz-content-sha256"]);
        Assert.Equal("CRC32", put.Headers["x-amz-sdk-checksum-algorithm"]);
        Assert.Equal("GYEWdw==", put.Headers["x-amz-checksum-crc32"]);
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_not_written_to()
    {
        Aws.On("S3", "GetBucketLifecycleConfiguration").Fails("NoSuchBucket", "None.", status: 404);
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Buckets.Settings.PutLifecycleRuleAsync(Bucket, Rule, default));

        Assert.Equal("BucketNotFound", exception.Problem.Id);
        Assert.Single(Aws.Calls);
    }

    /// <summary>Puts a rule and shows what was sent.</summary>
    private async Task<string> PutAsync(string? present, LifecycleRule rule)
    {
        if (present is null)
            Aws.On("S3", "GetBucketLifecycleConfiguration").Fails("NoSuchLifecycleConfiguration", "None.", status: 404);
        else
            Aws.On("S3", "GetBucketLifecycleConfiguration").Answers(present);
        Aws.On("S3", "PutBucketLifecycleConfiguration").Answers("");
        using var cloud = await ConnectAsync(ByHand);
        await cloud.Buckets.Settings.PutLifecycleRuleAsync(Bucket, rule, default);

        Assert.Equal(2, Aws.Calls.Count);
        return Aws.Calls[^1].Text;
    }
}
