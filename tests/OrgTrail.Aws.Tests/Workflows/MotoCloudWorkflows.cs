using OrgTrail.Ports;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>The ports on moto_server, which is reset before each test.</summary>
[Collection(MotoGroup.Name)]
public sealed class MotoCloudWorkflows : BucketWorkflows
{
    public MotoCloudWorkflows()
    {
        if (MotoServer.Available) MotoServer.Shared.Reset();
    }

    protected override string Endpoint
    {
        get
        {
            Assert.SkipUnless(MotoServer.Available, MotoServer.MissingBecause);
            return MotoServer.Shared.Endpoint;
        }
    }

    [Fact]
    public async Task Where_nothing_is_set_by_itself_nothing_is_shown()
    {
        var settings = (await WithBucketAsync()).Settings;

        Assert.Null(await settings.GetPublicAccessBlockAsync(Bucket, default));
        Assert.Null(await settings.GetObjectOwnershipAsync(Bucket, default));
        Assert.Null(await settings.GetEncryptionAsync(Bucket, default));
        Assert.Null(await settings.GetObjectLockAsync(Bucket, default));
        Assert.Null(await settings.GetAccessLoggingAsync(Bucket, default));
    }

    private protected override async Task<ICloud> WithTrailAsync()
    {
        await WithBucketAsync();
        Run("cloudtrail", "create-trail", "--name", "acme", "--s3-bucket-name", Bucket);
        return await CloudAsync();
    }
}
