using OrgTrail.Aws.Tests.Support;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Tests.Ports;

/// <summary>What every reading of a bucket's settings has to tell apart: never set, no bucket, not allowed, no answer of S3.</summary>
public sealed class AwsBucketReadingsTests : ConnectionTest
{
    private const string Bucket = "acme-audit";
    private const string Xmlns = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    private static readonly (string Operation, string Unset, Func<IBucketSettings, Task<object?>> Get)[] Readings =
    [
        ("GetPublicAccessBlock", "NoSuchPublicAccessBlockConfiguration", async settings => await settings.GetPublicAccessBlockAsync(Bucket, default)),
        ("GetBucketOwnershipControls", "OwnershipControlsNotFoundError", async settings => await settings.GetObjectOwnershipAsync(Bucket, default)),
        ("GetBucketEncryption", "ServerSideEncryptionConfigurationNotFoundError", async settings => await settings.GetEncryptionAsync(Bucket, default)),
        ("GetBucketLifecycleConfiguration", "NoSuchLifecycleConfiguration", async settings => (await settings.GetLifecycleAsync(Bucket, default)) is { Count: > 0 } rules ? rules : null),
        ("GetObjectLockConfiguration", "ObjectLockConfigurationNotFoundError", async settings => await settings.GetObjectLockAsync(Bucket, default)),
        ("GetBucketVersioning", "", async settings => await settings.GetVersioningAsync(Bucket, default)),
        ("GetBucketLogging", "", async settings => await settings.GetAccessLoggingAsync(Bucket, default)),
    ];

    public static TheoryData<string> Operations => [.. Readings.Select(reading => reading.Operation)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_was_never_set_is_null(string operation)
    {
        var (_, unset, get) = Readings.Single(reading => reading.Operation == operation);
        if (unset.Length > 0)
            Aws.On("S3", operation).Fails(unset, "Never set.", status: 404);
        else
            Aws.On("S3", operation).Answers($"<{(operation == "GetBucketLogging" ? "BucketLoggingStatus" : "VersioningConfiguration")} {Xmlns}/>");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Null(await get(cloud.Buckets.Settings));
        Assert.Single(Aws.Calls);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_bucket_that_does_not_exist_is_not_one_without_settings(string operation)
    {
        Aws.On("S3", operation).Fails("NoSuchBucket", "The specified bucket does not exist", status: 404);
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => Readings.Single(reading => reading.Operation == operation).Get(cloud.Buckets.Settings));

        Assert.Equal(("BucketNotFound", "NoSuchBucket"), (exception.Problem.Id, exception.Problem.ErrorCode));
        Assert.NotNull(exception.Problem.RequestId);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Who_may_not_see_a_setting_is_told_so(string operation)
    {
        Aws.On("S3", operation).Fails("AccessDenied", "Access Denied", status: 403);
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => Readings.Single(reading => reading.Operation == operation).Get(cloud.Buckets.Settings));

        Assert.Equal("AccessDenied", exception.Problem.Id);
    }

    [Theory]
    [InlineData("GetPublicAccessBlock")]
    [InlineData("GetBucketOwnershipControls")]
    [InlineData("GetBucketEncryption")]
    [InlineData("GetBucketLifecycleConfiguration")]
    [InlineData("GetObjectLockConfiguration")]
    public async Task A_page_of_a_proxy_is_not_a_setting_that_was_never_set(string operation)
    {
        Aws.On("S3", operation).AnswersHtml(status: 200);
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => Readings.Single(reading => reading.Operation == operation).Get(cloud.Buckets.Settings));

        Assert.Equal("ServiceFailed", exception.Problem.Id);
    }
}
