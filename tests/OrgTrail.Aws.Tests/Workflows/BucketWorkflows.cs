using OrgTrail.Buckets;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>Buckets and their settings, seen from outside as in <see cref="CloudWorkflows"/>.</summary>
public abstract class BucketWorkflows : CloudWorkflows
{
    private const string Theirs = """{"ID":"theirs","Status":"Enabled","Filter":{"And":{"Prefix":"tmp/","Tags":[{"Key":"a","Value":"b"}]}},"NoncurrentVersionExpiration":{"NoncurrentDays":3}}""";

    [Fact]
    public async Task A_bucket_is_created_found_and_not_created_twice()
    {
        var buckets = await WithBucketAsync(region: "eu-west-1");

        Assert.Equal("eu-west-1", Run("s3api", "get-bucket-location", "--bucket", Bucket).GetProperty("LocationConstraint").GetString());
        Assert.Equal("eu-west-1", await buckets.FindAsync(Bucket, null, default));
        Assert.Null(await buckets.FindAsync("acme-none", null, default));
        Assert.Equal("BucketAlreadyOwned", (await RefusalAsync(() => buckets.CreateAsync(Bucket, "eu-west-1", false, default))).Id);
        Assert.Equal("eu-west-1", await (await ConnectAsync("AKIAIOSFODNN7EXAMPLE")).Buckets.FindAsync(Bucket, null, default));
    }

    [Fact]
    public async Task Public_access_ownership_and_versioning_are_written_and_read()
    {
        var settings = (await WithBucketAsync()).Settings;

        await settings.PutPublicAccessBlockAsync(Bucket, new(true, false, true, true), default);
        await settings.PutObjectOwnershipAsync(Bucket, "BucketOwnerPreferred", default);
        Assert.Null(await settings.GetVersioningAsync(Bucket, default));
        await settings.EnableVersioningAsync(Bucket, default);

        var seen = Run("s3api", "get-public-access-block", "--bucket", Bucket).GetProperty("PublicAccessBlockConfiguration");
        Assert.True(seen.GetProperty("BlockPublicPolicy").GetBoolean());
        Assert.False(seen.GetProperty("IgnorePublicAcls").GetBoolean());
        Assert.Equal(new PublicAccessBlock(true, false, true, true), await settings.GetPublicAccessBlockAsync(Bucket, default));
        Assert.Equal("BucketOwnerPreferred", await settings.GetObjectOwnershipAsync(Bucket, default));
        Assert.Equal("Enabled", await settings.GetVersioningAsync(Bucket, default));
    }

    [Fact]
    public async Task Encryption_is_written_and_read()
    {
        var settings = (await WithBucketAsync()).Settings;
        var encryption = new BucketEncryption("aws:kms", "arn:aws:kms:us-east-1:111111111111:key/1234", true);

        await settings.PutEncryptionAsync(Bucket, encryption, default);

        Assert.Equal(encryption, await settings.GetEncryptionAsync(Bucket, default));
        var rule = Run("s3api", "get-bucket-encryption", "--bucket", Bucket).GetProperty("ServerSideEncryptionConfiguration").GetProperty("Rules")[0];
        Assert.Equal(encryption.KmsKeyId, rule.GetProperty("ApplyServerSideEncryptionByDefault").GetProperty("KMSMasterKeyID").GetString());
        Assert.True(rule.GetProperty("BucketKeyEnabled").GetBoolean());
    }

    [Fact]
    public async Task A_lifecycle_rule_stands_beside_those_of_others_and_is_replaced_by_its_id()
    {
        var settings = (await WithBucketAsync()).Settings;
        Assert.Empty(await settings.GetLifecycleAsync(Bucket, default));
        Run("s3api", "put-bucket-lifecycle-configuration", "--bucket", Bucket, "--lifecycle-configuration", $$"""{"Rules":[{{Theirs}}]}""");
        var before = Run("s3api", "get-bucket-lifecycle-configuration", "--bucket", Bucket).GetProperty("Rules")[0].GetRawText();

        await settings.PutLifecycleRuleAsync(Bucket, new("orgtrail", true) { Prefix = "AWSLogs/", ExpireAfterDays = 1 }, default);
        var rule = new LifecycleRule("orgtrail", true) { Prefix = "AWSLogs/", ArchiveAfterDays = 90, ExpireAfterDays = 400 };
        await settings.PutLifecycleRuleAsync(Bucket, rule, default);

        Assert.Equal([new LifecycleRule("theirs", true), rule], await settings.GetLifecycleAsync(Bucket, default));
        Assert.Equal(before, Run("s3api", "get-bucket-lifecycle-configuration", "--bucket", Bucket).GetProperty("Rules")[0].GetRawText());
    }

    [Fact]
    public async Task Object_lock_is_on_from_the_beginning_and_gets_its_retention()
    {
        var settings = (await WithBucketAsync(objectLock: true)).Settings;
        Assert.Equal(new ObjectLock(null, null, null), await settings.GetObjectLockAsync(Bucket, default));

        await settings.PutObjectLockAsync(Bucket, new("COMPLIANCE", null, 7), default);

        Assert.Equal(new ObjectLock("COMPLIANCE", null, 7), await settings.GetObjectLockAsync(Bucket, default));
        var retention = Run("s3api", "get-object-lock-configuration", "--bucket", Bucket).GetProperty("ObjectLockConfiguration").GetProperty("Rule").GetProperty("DefaultRetention");
        Assert.Equal(7, retention.GetProperty("Years").GetInt32());
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_has_no_settings_to_read()
    {
        var settings = (await CloudAsync()).Buckets.Settings;
        foreach (var get in new Func<Task>[]
        {
            () => settings.GetPublicAccessBlockAsync(Bucket, default),
            () => settings.GetObjectOwnershipAsync(Bucket, default),
            () => settings.GetVersioningAsync(Bucket, default),
            () => settings.GetEncryptionAsync(Bucket, default),
            () => settings.GetLifecycleAsync(Bucket, default),
            () => settings.GetAccessLoggingAsync(Bucket, default),
            () => settings.GetObjectLockAsync(Bucket, default),
        })
            Assert.Equal("BucketNotFound", (await RefusalAsync(get)).Id);
    }
}
