using System.Xml.Linq;
using OrgTrail.Aws.Tests.Support;
using OrgTrail.Buckets;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class AwsBucketSettingsTests : ConnectionTest
{
    private const string Bucket = "acme-audit";
    private const string Xmlns = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    [Fact]
    public async Task Public_access_is_read_and_blocked()
    {
        Aws.On("S3", "GetPublicAccessBlock").Answers($"<PublicAccessBlockConfiguration {Xmlns}><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>false</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy></PublicAccessBlockConfiguration>");
        Aws.On("S3", "PutPublicAccessBlock").Answers("");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(new PublicAccessBlock(true, false, true, false), await cloud.Buckets.Settings.GetPublicAccessBlockAsync(Bucket, default));
        await cloud.Buckets.Settings.PutPublicAccessBlockAsync(Bucket, PublicAccessBlock.All, default);

        Assert.Equal(
            "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><IgnorePublicAcls>true</IgnorePublicAcls><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>",
            Sent("PutPublicAccessBlock"));
    }

    [Fact]
    public async Task Ownership_is_read_and_set()
    {
        Aws.On("S3", "GetBucketOwnershipControls").Answers($"<OwnershipControls {Xmlns}><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls>");
        Aws.On("S3", "PutBucketOwnershipControls").Answers("");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal("ObjectWriter", await cloud.Buckets.Settings.GetObjectOwnershipAsync(Bucket, default));
        await cloud.Buckets.Settings.PutObjectOwnershipAsync(Bucket, "BucketOwnerEnforced", default);

        Assert.Equal("<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>", Sent("PutBucketOwnershipControls"));
    }

    [Theory]
    [InlineData("Enabled")]
    [InlineData("Suspended")]
    public async Task Versioning_is_read_and_enabled(string status)
    {
        Aws.On("S3", "GetBucketVersioning").Answers($"<VersioningConfiguration {Xmlns}><Status>{status}</Status></VersioningConfiguration>");
        Aws.On("S3", "PutBucketVersioning").Answers("");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(status, await cloud.Buckets.Settings.GetVersioningAsync(Bucket, default));
        await cloud.Buckets.Settings.EnableVersioningAsync(Bucket, default);

        Assert.Equal("<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>", Sent("PutBucketVersioning"));
    }

    [Theory]
    [InlineData("<SSEAlgorithm>AES256</SSEAlgorithm>", "", "AES256", null, false)]
    [InlineData("<SSEAlgorithm>aws:kms</SSEAlgorithm>", "<BucketKeyEnabled>false</BucketKeyEnabled>", "aws:kms", null, false)]
    [InlineData("<SSEAlgorithm>aws:kms:dsse</SSEAlgorithm><KMSMasterKeyID>alias/audit</KMSMasterKeyID>", "<BucketKeyEnabled>true</BucketKeyEnabled>", "aws:kms:dsse", "alias/audit", true)]
    public async Task Encryption_is_read(string byDefault, string more, string algorithm, string? key, bool bucketKey)
    {
        Aws.On("S3", "GetBucketEncryption").Answers($"<ServerSideEncryptionConfiguration {Xmlns}><Rule><ApplyServerSideEncryptionByDefault>{byDefault}</ApplyServerSideEncryptionByDefault>{more}</Rule></ServerSideEncryptionConfiguration>");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(new BucketEncryption(algorithm, key, bucketKey), await cloud.Buckets.Settings.GetEncryptionAsync(Bucket, default));
    }

    [Fact]
    public async Task Encryption_is_set()
    {
        Aws.On("S3", "GetBucketEncryption").Fails("ServerSideEncryptionConfigurationNotFoundError", "Never set.", status: 404);
        Aws.On("S3", "PutBucketEncryption").Answers("");
        using var cloud = await ConnectAsync(ByHand);

        await cloud.Buckets.Settings.PutEncryptionAsync(Bucket, new("aws:kms", "arn:aws:kms:eu-central-1:111111111111:key/k", true), default);

        Assert.Equal(
            "<ServerSideEncryptionConfiguration><Rule><BucketKeyEnabled>true</BucketKeyEnabled><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>arn:aws:kms:eu-central-1:111111111111:key/k</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>",
            Sent("PutBucketEncryption"));
    }

    [Fact]
    public async Task What_encryption_the_bucket_refuses_stays_refused()
    {
        Aws.On("S3", "GetBucketEncryption").Answers($"<ServerSideEncryptionConfiguration {Xmlns}><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>k</KMSMasterKeyID></ApplyServerSideEncryptionByDefault><BlockedEncryptionTypes><EncryptionType>SSE-C</EncryptionType></BlockedEncryptionTypes></Rule></ServerSideEncryptionConfiguration>");
        Aws.On("S3", "PutBucketEncryption").Answers("");
        using var cloud = await ConnectAsync(ByHand);

        await cloud.Buckets.Settings.PutEncryptionAsync(Bucket, new("AES256", null, false), default);

        Assert.Equal(
            "<ServerSideEncryptionConfiguration><Rule><BlockedEncryptionTypes><EncryptionType>SSE-C</EncryptionType></BlockedEncryptionTypes><BucketKeyEnabled>false</BucketKeyEnabled><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>",
            Sent("PutBucketEncryption"));
    }

    [Fact]
    public async Task The_form_of_the_keys_of_access_logs_stays_when_they_go_elsewhere()
    {
        Aws.On("S3", "GetBucketLogging").Answers($"<BucketLoggingStatus {Xmlns}><LoggingEnabled><TargetBucket>old</TargetBucket><TargetPrefix>p/</TargetPrefix><TargetObjectKeyFormat><PartitionedPrefix><PartitionDateSource>EventTime</PartitionDateSource></PartitionedPrefix></TargetObjectKeyFormat></LoggingEnabled></BucketLoggingStatus>");
        Aws.On("S3", "PutBucketLogging").Answers("");
        using var cloud = await ConnectAsync(ByHand);

        await cloud.Buckets.Settings.PutAccessLoggingAsync(Bucket, new("new", "q/"), default);

        Assert.Equal(
            "<BucketLoggingStatus><LoggingEnabled><TargetBucket>new</TargetBucket><TargetObjectKeyFormat><PartitionedPrefix><PartitionDateSource>EventTime</PartitionDateSource></PartitionedPrefix></TargetObjectKeyFormat><TargetPrefix>q/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>",
            Sent("PutBucketLogging"));
    }

    [Fact]
    public async Task Access_logging_is_read_and_set()
    {
        Aws.On("S3", "GetBucketLogging").Answers($"<BucketLoggingStatus {Xmlns}><LoggingEnabled><TargetBucket>acme-access</TargetBucket><TargetPrefix>audit/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>");
        Aws.On("S3", "PutBucketLogging").Answers("");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(new AccessLogging("acme-access", "audit/"), await cloud.Buckets.Settings.GetAccessLoggingAsync(Bucket, default));
        await cloud.Buckets.Settings.PutAccessLoggingAsync(Bucket, new("acme-access", ""), default);

        Assert.Equal("<BucketLoggingStatus><LoggingEnabled><TargetBucket>acme-access</TargetBucket><TargetPrefix /></LoggingEnabled></BucketLoggingStatus>", Sent("PutBucketLogging"));
    }

    [Theory]
    [InlineData("", null, null, null)]
    [InlineData("<Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Years>7</Years></DefaultRetention></Rule>", "COMPLIANCE", null, 7)]
    [InlineData("<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>400</Days></DefaultRetention></Rule>", "GOVERNANCE", 400, null)]
    public async Task Object_lock_is_read(string rule, string? mode, int? days, int? years)
    {
        Aws.On("S3", "GetObjectLockConfiguration").Answers($"<ObjectLockConfiguration {Xmlns}><ObjectLockEnabled>Enabled</ObjectLockEnabled>{rule}</ObjectLockConfiguration>");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(new ObjectLock(mode, days, years), await cloud.Buckets.Settings.GetObjectLockAsync(Bucket, default));
    }

    [Theory]
    [InlineData(null, null, null, "")]
    [InlineData("COMPLIANCE", null, 7, "<Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Years>7</Years></DefaultRetention></Rule>")]
    [InlineData("GOVERNANCE", 400, null, "<Rule><DefaultRetention><Days>400</Days><Mode>GOVERNANCE</Mode></DefaultRetention></Rule>")]
    public async Task Object_lock_is_set(string? mode, int? days, int? years, string rule)
    {
        Aws.On("S3", "GetObjectLockConfiguration").Answers($"<ObjectLockConfiguration {Xmlns}><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule></ObjectLockConfiguration>");
        Aws.On("S3", "PutObjectLockConfiguration").Answers("");
        using var cloud = await ConnectAsync(ByHand);

        await cloud.Buckets.Settings.PutObjectLockAsync(Bucket, new(mode, days, years), default);

        Assert.Equal($"<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled>{rule}</ObjectLockConfiguration>", Sent("PutObjectLockConfiguration"));
    }

    /// <summary>The body of the last call, without its namespace.</summary>
    private string Sent(string operation)
    {
        AwsCall call = Aws.CallsOf("S3", operation)[^1];
        Assert.Equal(Bucket, call.Bucket);
        return XElement.Parse(call.Text).ToString(SaveOptions.DisableFormatting).Replace($" {Xmlns}", "", StringComparison.Ordinal);
    }
}
