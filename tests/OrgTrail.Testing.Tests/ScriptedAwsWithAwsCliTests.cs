namespace OrgTrail.Testing.Tests;

/// <summary>The answers satisfy a real client: the AWS CLI.</summary>
public sealed class ScriptedAwsWithAwsCliTests : IDisposable
{
    private readonly ScriptedAws _aws = ScriptedAws.WithOrganization(trustedAccess: false).AddBucket("acme-audit", "eu-west-1").KeepTrails();
    private readonly AwsCli _cli;

    public ScriptedAwsWithAwsCliTests() => _cli = new AwsCli(_aws.Endpoint, "eu-west-1");

    public void Dispose() => _aws.Dispose();

    [Fact]
    public void An_organization_its_caller_and_its_trusted_access_are_read()
    {
        Assert.SkipUnless(AwsCli.Available, AwsCli.MissingBecause);

        Assert.Equal("111111111111", _cli.Run("sts", "get-caller-identity").Json.GetProperty("Account").GetString());
        Assert.Equal("ALL", _cli.Run("organizations", "describe-organization").Json.GetProperty("Organization").GetProperty("FeatureSet").GetString());
        Assert.True(_cli.Run("organizations", "enable-aws-service-access", "--service-principal", "cloudtrail.amazonaws.com").Succeeded);
        Assert.Equal(1, _cli.Run("organizations", "list-aws-service-access-for-organization").Json.GetProperty("EnabledServicePrincipals").GetArrayLength());
        Assert.Empty(_aws.Unexpected);
    }

    [Fact]
    public void A_bucket_keeps_its_policy()
    {
        Assert.SkipUnless(AwsCli.Available, AwsCli.MissingBecause);

        Assert.Contains("NoSuchBucketPolicy", _cli.Run("s3api", "get-bucket-policy", "--bucket", "acme-audit").Error, StringComparison.Ordinal);
        Assert.Contains("NoSuchBucket", _cli.Run("s3api", "get-bucket-location", "--bucket", "nobodys").Error, StringComparison.Ordinal);
        Assert.True(_cli.Run("s3api", "put-bucket-policy", "--bucket", "acme-audit", "--policy", """{"Statement":[]}""").Succeeded);
        Assert.Equal("""{"Statement":[]}""", _cli.Run("s3api", "get-bucket-policy", "--bucket", "acme-audit").Json.GetProperty("Policy").GetString());
        Assert.Equal("eu-west-1", _cli.Run("s3api", "get-bucket-location", "--bucket", "acme-audit").Json.GetProperty("LocationConstraint").GetString());
        Assert.True(_cli.Run("s3api", "head-bucket", "--bucket", "acme-audit").Succeeded);
        Assert.Empty(_aws.Unexpected);
    }

    [Fact]
    public void A_trail_is_created_changed_started_and_deleted()
    {
        Assert.SkipUnless(AwsCli.Available, AwsCli.MissingBecause);

        var arn = _cli.Run("cloudtrail", "create-trail", "--name", "acme", "--s3-bucket-name", "acme-audit", "--is-organization-trail").Json.GetProperty("TrailARN").GetString()!;
        Assert.Equal("arn:aws:cloudtrail:eu-west-1:111111111111:trail/acme", arn);
        Assert.True(_cli.Run("cloudtrail", "update-trail", "--name", "acme", "--is-multi-region-trail").Succeeded);
        Assert.True(_cli.Run("cloudtrail", "start-logging", "--name", arn).Succeeded);
        var trail = _cli.Run("cloudtrail", "get-trail", "--name", arn).Json.GetProperty("Trail");
        Assert.True(trail.GetProperty("IsMultiRegionTrail").GetBoolean() && trail.GetProperty("IsOrganizationTrail").GetBoolean());
        Assert.True(_cli.Run("cloudtrail", "get-trail-status", "--name", "acme").Json.GetProperty("IsLogging").GetBoolean());
        Assert.True(_cli.Run("cloudtrail", "delete-trail", "--name", arn).Succeeded);
        Assert.Contains("TrailNotFoundException", _cli.Run("cloudtrail", "get-trail", "--name", arn).Error, StringComparison.Ordinal);
        Assert.Empty(_aws.Unexpected);
    }
}
