using OrgTrail.Sandbox.Tests.Services.CloudTrail;
using OrgTrail.Testing;

namespace OrgTrail.Sandbox.Tests.Delivery;

/// <summary>What <c>aws cloudtrail validate-logs</c> says of delivered digests: AWS's own validation, which knows nothing of the sandbox.</summary>
public sealed class ValidateLogsTests
{
    [Fact]
    public void All_is_valid_for_each_account_and_Region_of_an_organization_trail()
    {
        using var scene = new WireScene();
        scene.StartOrganizationTrail();
        scene.Server.Advance(TimeSpan.FromHours(5));

        Assert.Contains("5/5 digest files valid", Validate(scene, "111111111111", "us-east-1"), StringComparison.Ordinal);
        var member = Validate(scene, "222222222222", "eu-west-1");
        Assert.Contains("5/5 digest files valid", member, StringComparison.Ordinal);
        Assert.DoesNotContain("INVALID", member, StringComparison.Ordinal);
        Assert.Matches("[0-9]+/[0-9]+ log files valid", member);
    }

    [Fact]
    public void A_tampered_log_file_and_a_missing_digest_are_found()
    {
        using var scene = new WireScene();
        scene.StartOrganizationTrail();
        scene.Server.Advance(TimeSpan.FromHours(4));
        var objects = scene.Server.Context.Objects;
        var folder = $"AWSLogs/{scene.OrganizationId}/111111111111/";
        var log = objects.List(Scene.Bucket, folder + "CloudTrail/us-east-1/", "").First();
        var other = objects.List(Scene.Bucket, folder + "CloudTrail/us-east-1/", log.Key).First();
        objects.Put(Scene.Bucket, log.Key, objects.Read(other), log.Headers, log.LastModified);
        objects.Delete(Scene.Bucket, objects.List(Scene.Bucket, folder + "CloudTrail-Digest/us-east-1/", "").Skip(2).First().Key);

        var result = Run(scene, "111111111111", "us-east-1");

        Assert.False(result.Succeeded);
        Assert.Contains($"{log.Key}\tINVALID: hash value doesn't match", result.Error, StringComparison.Ordinal);
        Assert.Contains("INVALID: not found", result.Error, StringComparison.Ordinal);
        Assert.Contains("3/4 digest files valid, 1/4 digest files INVALID", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_and_a_start_leave_a_gap_that_is_told_and_not_invalid()
    {
        using var scene = new WireScene();
        scene.StartOrganizationTrail();
        scene.Server.Advance(TimeSpan.FromMinutes(90));
        scene.Aws("cloudtrail", "stop-logging", "--name", "acme");
        scene.Server.Advance(TimeSpan.FromHours(6));
        scene.Aws("cloudtrail", "start-logging", "--name", "acme");
        scene.Server.Advance(TimeSpan.FromMinutes(130));

        var text = Validate(scene, "222222222222", "us-east-1");

        Assert.Contains("No log files were delivered by CloudTrail between", text, StringComparison.Ordinal);
        Assert.Contains("5/5 digest files valid", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outage_leaves_valid_backfill_digests()
    {
        using var scene = new WireScene();
        scene.StartOrganizationTrail();
        scene.Server.Advance(TimeSpan.FromMinutes(90));
        scene.Aws("s3api", "delete-bucket-policy", "--bucket", Scene.Bucket);
        scene.Server.Advance(TimeSpan.FromHours(2));
        Assert.Equal("AccessDenied", scene.Aws("cloudtrail", "get-trail-status", "--name", "acme").GetProperty("LatestDeliveryError").GetString());
        scene.Aws("s3api", "put-bucket-policy", "--bucket", Scene.Bucket, "--policy", scene.BucketPolicy);
        scene.Server.Advance(TimeSpan.FromHours(1));

        var text = Validate(scene, "111111111111", "us-east-1");

        Assert.Contains("(backfill)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("INVALID", text, StringComparison.Ordinal);
        Assert.False(scene.Aws("cloudtrail", "get-trail-status", "--name", "acme").TryGetProperty("LatestDeliveryError", out _));
    }

    [Fact]
    public void Digests_of_many_days_stay_valid_when_keys_rotate()
    {
        using var scene = new WireScene();
        scene.Server.State.Regions = ["us-east-1"];
        scene.Server.State.Organizations.Organization!.Accounts.RemoveRange(1, 2);
        scene.StartOrganizationTrail();
        scene.Server.Advance(TimeSpan.FromDays(30));

        Assert.Contains("720/720 digest files valid", Validate(scene, "111111111111", "us-east-1"), StringComparison.Ordinal);
        Assert.Equal(2, scene.Server.State.CloudTrail.SigningKeys.Count(key => key.Region == "us-east-1"));
    }

    private static string Validate(WireScene scene, string account, string region)
    {
        var result = Run(scene, account, region);
        var text = result.Text + result.Error;
        Assert.True(result.Succeeded, text);
        return text;
    }

    private static AwsCliResult Run(WireScene scene, string account, string region) => scene.Run(
        [
            "cloudtrail", "validate-logs", "--trail-arn", TrailPolicies.TrailArn, "--account-id", account, "--verbose",
            "--start-time", scene.Server.State.CloudTrail.Trails[0].CreationTime.UtcDateTime.AddMinutes(-1).ToString("O"),
            "--end-time", scene.Server.Context.Clock.Now.UtcDateTime.AddMinutes(1).ToString("O"),
        ],
        region: region);
}
