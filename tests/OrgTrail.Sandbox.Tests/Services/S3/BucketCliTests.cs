using System.Text.Json;

namespace OrgTrail.Sandbox.Tests.Services.S3;

public sealed class BucketCliTests : CliTest
{
    public BucketCliTests()
        : base(new()) => Server.State.S3.Buckets["acme-audit"] = new() { Name = "acme-audit", OwnerAccountId = "111111111111", Region = "us-east-1" };

    [Fact]
    public void A_bucket_lives_in_another_Region_and_the_CLI_finds_it()
    {
        Run("s3api create-bucket --bucket acme-eu --create-bucket-configuration LocationConstraint=eu-west-1");

        Assert.Equal("eu-west-1", Run("s3api get-bucket-location --bucket acme-eu").GetProperty("LocationConstraint").GetString());
        Assert.Equal("eu-west-1", Run("s3api head-bucket --bucket acme-eu").GetProperty("BucketRegion").GetString());
        Assert.Equal("acme-eu", Run("s3api list-buckets").GetProperty("Buckets")[1].GetProperty("Name").GetString());
        Assert.Contains("(BucketAlreadyOwnedByYou)", Refused("s3api create-bucket --bucket acme-eu --create-bucket-configuration LocationConstraint=eu-west-1"), StringComparison.Ordinal);
        Run("s3api delete-bucket --bucket acme-eu");
        Assert.Contains("(404)", Refused("s3api head-bucket --bucket acme-eu"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_is_put_judged_and_deleted()
    {
        var policy = BucketPolicyTests.Policy(BucketPolicyTests.Statement());

        Assert.Contains("(NoSuchBucketPolicy)", Refused("s3api get-bucket-policy --bucket acme-audit"), StringComparison.Ordinal);
        Run("s3api put-bucket-policy --bucket acme-audit --policy", policy);
        Assert.Equal(policy, Run("s3api get-bucket-policy --bucket acme-audit").GetProperty("Policy").GetString());
        Assert.False(Run("s3api get-bucket-policy-status --bucket acme-audit").GetProperty("PolicyStatus").GetProperty("IsPublic").GetBoolean());
        Assert.Contains("(MalformedPolicy)", Refused("s3api put-bucket-policy --bucket acme-audit --policy", "nonsense"), StringComparison.Ordinal);
        Run("s3api delete-bucket-policy --bucket acme-audit");
    }

    // What is put, and a piece of what is read.
    [Theory]
    [InlineData("versioning", "--versioning-configuration", "Status=Enabled", "\"Enabled\"")]
    [InlineData("tagging", "--tagging", "TagSet=[{Key=team,Value=audit}]", "\"team\"")]
    [InlineData("ownership-controls", "--ownership-controls", "Rules=[{ObjectOwnership=ObjectWriter}]", "\"ObjectWriter\"")]
    [InlineData("encryption", "--server-side-encryption-configuration", """{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"1234abcd"},"BucketKeyEnabled":true}]}""", "\"1234abcd\"")]
    [InlineData("logging", "--bucket-logging-status", """{"LoggingEnabled":{"TargetBucket":"acme-audit","TargetPrefix":"access/"}}""", "\"access/\"")]
    [InlineData("lifecycle-configuration", "--lifecycle-configuration", """{"Rules":[{"ID":"old","Status":"Enabled","Filter":{"Prefix":""},"Expiration":{"Days":365}}]}""", "365")]
    [InlineData("acl", "--acl", "bucket-owner-full-control", "FULL_CONTROL")]
    public void A_setting_is_put_and_read(string setting, string option, string value, string piece)
    {
        Run($"s3api put-bucket-{setting} --bucket acme-audit {option}", value);
        Assert.Contains(piece, Run($"s3api get-bucket-{setting} --bucket acme-audit").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Block_Public_Access_is_on_put_and_deleted()
    {
        Assert.True(Block().GetProperty("BlockPublicPolicy").GetBoolean());

        Run("s3api put-public-access-block --bucket acme-audit --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=false,RestrictPublicBuckets=false");
        Assert.False(Block().GetProperty("BlockPublicPolicy").GetBoolean());
        Run("s3api delete-public-access-block --bucket acme-audit");
        Assert.Contains("(NoSuchPublicAccessBlockConfiguration)", Refused("s3api get-public-access-block --bucket acme-audit"), StringComparison.Ordinal);
    }

    [Fact]
    public void Object_Lock_is_put_and_read()
    {
        Run("s3api create-bucket --bucket acme-locked --object-lock-enabled-for-bucket");

        Run("s3api put-object-lock-configuration --bucket acme-locked --object-lock-configuration", """{"ObjectLockEnabled":"Enabled","Rule":{"DefaultRetention":{"Mode":"COMPLIANCE","Days":7}}}""");
        Assert.Equal(
            7,
            Run("s3api get-object-lock-configuration --bucket acme-locked").GetProperty("ObjectLockConfiguration").GetProperty("Rule").GetProperty("DefaultRetention").GetProperty("Days").GetInt32());
    }

    private JsonElement Block() => Run("s3api get-public-access-block --bucket acme-audit").GetProperty("PublicAccessBlockConfiguration");
}
