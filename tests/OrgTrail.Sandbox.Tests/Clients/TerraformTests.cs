using OrgTrail.Testing;

namespace OrgTrail.Sandbox.Tests.Clients;

/// <summary>Terraform with the hashicorp/aws provider: it reads back whatever it wrote, and waits until AWS says the same.</summary>
public sealed class TerraformTests
{
    private static readonly string Configuration = Path.Combine(
        RepositoryPaths.Root, "tests", "OrgTrail.Sandbox.Tests", "Clients", "OrganizationTrail.tf");

    [Fact]
    public void An_organization_trail_is_applied_is_planned_without_a_change_and_is_destroyed()
    {
        Assert.SkipUnless(Terraform.Available, Terraform.MissingBecause);
        using var sandbox = SandboxServer.Start(new() { Organization = false });
        using var terraform = new Terraform(Configuration, new Dictionary<string, string>
        {
            ["endpoint"] = sandbox.Endpoint,
            ["account"] = sandbox.State.ManagementAccountId,
        });
        Succeed(terraform.Run("init"));

        Succeed(terraform.Run("apply", "-auto-approve"));
        AssertApplied(sandbox);

        // Exit code 0: no change; 2: changes ("Command: plan", -detailed-exitcode).
        Succeed(terraform.Run("plan", "-detailed-exitcode"));

        // What was delivered meanwhile is in the way of the bucket: force_destroy lists and deletes it.
        Assert.True(sandbox.Advance(TimeSpan.FromHours(2)).LogFiles > 0);
        Succeed(terraform.Run("destroy", "-auto-approve"));
        AssertDestroyed(sandbox);
        Assert.Empty(sandbox.InternalErrors);
    }

    private static void AssertApplied(SandboxServer sandbox)
    {
        Assert.Equal("ALL", sandbox.State.Organizations.Organization!.FeatureSet);
        var trail = Assert.Single(sandbox.State.CloudTrail.Trails);
        Assert.True(trail is { IsOrganizationTrail: true, IsMultiRegionTrail: true, LogFileValidationEnabled: true, IsLogging: true });
        Assert.Equal(Assert.Single(sandbox.State.Kms.Keys).Arn, trail.KmsKeyId);
        Assert.NotNull(trail.EventSelectors);
        Assert.NotNull(trail.InsightSelectors);
        Assert.NotNull(Assert.Single(sandbox.State.S3.Buckets).Value.Policy);
    }

    private static void AssertDestroyed(SandboxServer sandbox)
    {
        Assert.Null(sandbox.State.Organizations.Organization);
        Assert.Empty(sandbox.State.CloudTrail.Trails);
        Assert.Empty(sandbox.State.S3.Buckets);
        Assert.Equal("PendingDeletion", Assert.Single(sandbox.State.Kms.Keys).KeyState);
    }

    private static void Succeed(ProcessResult result) => Assert.True(result.ExitCode == 0, result.ToString());
}
