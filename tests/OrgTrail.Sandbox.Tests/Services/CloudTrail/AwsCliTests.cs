namespace OrgTrail.Sandbox.Tests.Services.CloudTrail;

/// <summary>Every operation of CloudTrail, as the AWS CLI calls it.</summary>
public sealed class AwsCliTests
{
    [Fact]
    public void An_organization_trail_lives_its_life()
    {
        using var scene = new WireScene();
        scene.StartOrganizationTrail();

        var status = scene.Aws("cloudtrail", "get-trail-status", "--name", "acme");
        Assert.True(status.GetProperty("IsLogging").GetBoolean());
        Assert.True(status.TryGetProperty("StartLoggingTime", out _));
        Assert.True(scene.Aws("cloudtrail", "get-trail", "--name", TrailPolicies.TrailArn).GetProperty("Trail").GetProperty("IsOrganizationTrail").GetBoolean());
        Assert.Equal("acme", scene.Aws("cloudtrail", "describe-trails", "--no-include-shadow-trails", "--trail-name-list", "acme").GetProperty("trailList")[0].GetProperty("Name").GetString());
        Assert.Equal(TrailPolicies.TrailArn, scene.Run(["cloudtrail", "list-trails"], WireScene.Member, "eu-west-1").Json.GetProperty("Trails")[0].GetProperty("TrailARN").GetString());
        Assert.False(scene.Aws("cloudtrail", "update-trail", "--name", "acme", "--no-is-multi-region-trail").GetProperty("IsMultiRegionTrail").GetBoolean());
        scene.Aws("cloudtrail", "stop-logging", "--name", "acme");
        scene.Aws("cloudtrail", "delete-trail", "--name", "acme");
        Assert.Equal("TrailNotFoundException", scene.Refusal("cloudtrail", "get-trail", "--name", "acme"));
    }

    [Fact]
    public void Refusals_reach_the_CLI_with_their_codes()
    {
        using var scene = new WireScene();
        scene.Aws("s3api", "create-bucket", "--bucket", Scene.Bucket);
        string[] create = ["cloudtrail", "create-trail", "--name", "acme", "--s3-bucket-name", Scene.Bucket, "--is-organization-trail"];

        Assert.Equal("CloudTrailAccessNotEnabledException", scene.Refusal(create));
        scene.Aws("organizations", "enable-aws-service-access", "--service-principal", "cloudtrail.amazonaws.com");
        Assert.Equal("InsufficientS3BucketPolicyException", scene.Refusal(create));
        Assert.Contains("Incorrect S3 bucket policy is detected for bucket: acme-audit", scene.Run(create).Error, StringComparison.Ordinal);
        Assert.Contains("NotOrganizationMasterAccountException", scene.Run(create, WireScene.Member).Error, StringComparison.Ordinal);
        Assert.Equal("InvalidTimeRangeException", scene.Refusal("cloudtrail", "list-public-keys", "--start-time", "2026-01-02", "--end-time", "2026-01-01"));
    }

    [Fact]
    public void Selectors_insights_and_tags_come_back_as_they_were_put()
    {
        using var scene = new WireScene();
        scene.StartOrganizationTrail();
        string[] trail = ["--trail-name", "acme"];

        Assert.Equal("Management events selector", scene.Aws(["cloudtrail", "get-event-selectors", .. trail]).GetProperty("AdvancedEventSelectors")[0].GetProperty("Name").GetString());
        scene.Aws(["cloudtrail", "put-event-selectors", .. trail, "--event-selectors", """[{"ReadWriteType":"All","DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}]}]"""]);
        Assert.True(scene.Aws(["cloudtrail", "get-event-selectors", .. trail]).GetProperty("EventSelectors")[0].GetProperty("IncludeManagementEvents").GetBoolean());
        Assert.Equal("InsightNotEnabledException", scene.Refusal(["cloudtrail", "get-insight-selectors", .. trail]));
        scene.Aws(["cloudtrail", "put-insight-selectors", .. trail, "--insight-selectors", """[{"InsightType":"ApiErrorRateInsight"}]"""]);
        Assert.Equal("ApiErrorRateInsight", scene.Aws(["cloudtrail", "get-insight-selectors", .. trail]).GetProperty("InsightSelectors")[0].GetProperty("InsightType").GetString());
        scene.Aws("cloudtrail", "add-tags", "--resource-id", TrailPolicies.TrailArn, "--tags-list", "Key=team,Value=audit", "Key=old");
        scene.Aws("cloudtrail", "remove-tags", "--resource-id", TrailPolicies.TrailArn, "--tags-list", "Key=old");
        Assert.Equal("team", Assert.Single(scene.Aws("cloudtrail", "list-tags", "--resource-id-list", TrailPolicies.TrailArn).GetProperty("ResourceTagList")[0].GetProperty("TagsList").EnumerateArray()).GetProperty("Key").GetString());
    }

    [Fact]
    public void A_delegated_administrator_is_registered_and_seen_by_Organizations()
    {
        using var scene = new WireScene();
        scene.Aws("organizations", "enable-aws-service-access", "--service-principal", "cloudtrail.amazonaws.com");
        scene.Aws("cloudtrail", "register-organization-delegated-admin", "--member-account-id", WireScene.Member);

        var listed = scene.Aws("organizations", "list-delegated-administrators", "--service-principal", "cloudtrail.amazonaws.com");
        Assert.Equal(WireScene.Member, listed.GetProperty("DelegatedAdministrators")[0].GetProperty("Id").GetString());
        scene.Aws("iam", "get-role", "--role-name", "AWSServiceRoleForCloudTrail");
        scene.Aws("cloudtrail", "deregister-organization-delegated-admin", "--delegated-admin-account-id", WireScene.Member);
        Assert.Equal("AccountNotRegisteredException", scene.Refusal("cloudtrail", "deregister-organization-delegated-admin", "--delegated-admin-account-id", WireScene.Member));
    }

    [Fact]
    public void Public_keys_are_listed()
    {
        using var scene = new WireScene();
        var key = scene.Aws("cloudtrail", "list-public-keys").GetProperty("PublicKeyList")[0];

        Assert.Matches("^[0-9a-f]{32}$", key.GetProperty("Fingerprint").GetString());
    }

    [Fact]
    public void Disabling_trusted_access_leaves_the_management_account_an_account_trail()
    {
        using var scene = new WireScene();
        scene.StartOrganizationTrail();
        scene.Aws("organizations", "disable-aws-service-access", "--service-principal", "cloudtrail.amazonaws.com");

        Assert.False(scene.Aws("cloudtrail", "get-trail", "--name", "acme").GetProperty("Trail").GetProperty("IsOrganizationTrail").GetBoolean());
        Assert.Empty(scene.Run(["cloudtrail", "list-trails"], WireScene.Member).Json.GetProperty("Trails").EnumerateArray());
        Assert.Equal("CloudTrailAccessNotEnabledException", scene.Refusal("cloudtrail", "update-trail", "--name", "acme", "--is-organization-trail"));
    }
}
