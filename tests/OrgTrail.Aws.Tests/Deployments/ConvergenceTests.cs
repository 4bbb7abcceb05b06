using OrgTrail.Deployments;
using OrgTrail.Sandbox.State;
using static OrgTrail.Aws.Tests.Deployments.DeploymentScene;

namespace OrgTrail.Aws.Tests.Deployments;

/// <summary>From whatever state, one run leads to the wanted one, and the next sends no write.</summary>
public sealed class ConvergenceTests : IDisposable
{
    private readonly DeploymentScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task From_nothing_to_a_logging_trail_with_a_bucket_of_its_own()
    {
        var deployment = await _scene.DeployAsync(Wanted(("CreateBucket", true)));

        Assert.True(deployment.Succeeded, string.Join("\n", deployment.Steps.Select(step => $"{step} {step.Problem}")));
        Assert.Equal(
            ["AllFeatures: AlreadyRight", "TrustedAccess: Done", "Bucket: Done", "BucketPolicy: Done", "Trail: Done", "Logging: Done", "Verification: Done"],
            deployment.Steps.Select(step => step.ToString()));
        Assert.True(_scene.Trail is { IsOrganizationTrail: true, IsMultiRegionTrail: true, LogFileValidationEnabled: true, IsLogging: true });
        Assert.Equal($"arn:aws:cloudtrail:us-east-1:{Management}:trail/acme", deployment.TrailARN);
        await RightAsync(Wanted(("CreateBucket", true)));
    }

    [Fact]
    public async Task Everything_that_can_be_wanted_is_set_up_and_found_right_again()
    {
        var key = "arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555";
        _scene.State.Kms.Keys.Add(new() { Arn = key, Aliases = ["alias/audit"], Policy = RootPolicy });
        var wanted = Wanted(
            ("CreateBucket", true), ("S3KeyPrefix", "trails"), ("KmsKeyId", "alias/audit"), ("ObjectLockMode", "GOVERNANCE"), ("ObjectLockDays", 30),
            ("ArchiveAfterDays", 90), ("ExpireAfterDays", 400), ("Tag", new Dictionary<string, object?> { ["Team"] = "security" }),
            ("AdvancedEventSelector", new Dictionary<string, object?>
            {
                ["Name"] = "all management events",
                ["FieldSelectors"] = new object?[] { new Dictionary<string, object?> { ["Field"] = "eventCategory", ["Equals"] = "Management" } },
            }),
            ("InsightSelector", "ApiCallRateInsight"),
            ("DelegatedAdministrator", _scene.Organization.Accounts[^1].Id));

        var deployment = await _scene.DeployAsync(wanted);

        Assert.True(deployment.Succeeded, string.Join("\n", deployment.Steps.Select(step => $"{step} {step.Problem}")));
        Assert.Equal(key, _scene.Trail.KmsKeyId);
        Assert.Equal(RootPolicy, Assert.Single(deployment.Backups).Policy);
        Assert.Equal("security", _scene.Trail.Tags["Team"]);
        await RightAsync(wanted);
    }

    [Fact]
    public async Task An_account_trail_of_that_name_becomes_the_organizations()
    {
        await _scene.DeployAsync(Wanted(("CreateBucket", true)));
        (_scene.Trail.IsOrganizationTrail, _scene.Trail.IsMultiRegionTrail, _scene.Trail.IsLogging) = (false, false, false);
        _scene.Organization.TrustedServices.Clear();

        var deployment = await _scene.DeployAsync(Wanted());

        Assert.Equal(["EnableAWSServiceAccess", "UpdateTrail", "StartLogging"], _scene.Writes);
        Assert.Contains("IsOrganizationTrail: False -> True", deployment.Steps.Single(step => step.StepId == "Trail").Changes);
        await RightAsync(Wanted());
    }

    [Fact]
    public async Task Statements_of_others_stay_and_the_policy_that_was_there_is_kept()
    {
        const string Foreign = """{"Version":"2012-10-17","Statement":[{"Sid":"Theirs","Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::acme-audit/*"}]}""";
        var bucket = _scene.AddBucket(policy: Foreign);

        var deployment = await _scene.DeployAsync(Wanted());

        Assert.Contains("Theirs", bucket.Policy, StringComparison.Ordinal);
        Assert.Equal(new PolicyBackup("arn:aws:s3:::acme-audit", Foreign, null), Assert.Single(deployment.Backups));
        Assert.Equal(Foreign, deployment.Steps.Single(step => step.StepId == "BucketPolicy").Before);
        Assert.DoesNotContain(_scene.Writes, write => write.StartsWith("PutBucket", StringComparison.Ordinal) && write != "PutBucketPolicy");
    }

    [Fact]
    public async Task The_key_that_a_trail_has_already_is_looked_after_without_being_asked_for()
    {
        var key = new SandboxKey { Arn = "arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555", Policy = RootPolicy };
        _scene.State.Kms.Keys.Add(key);
        await _scene.DeployAsync(Wanted(("CreateBucket", true)));
        _scene.Trail.KmsKeyId = key.Arn;

        await _scene.DeployAsync(Wanted());

        Assert.Equal(["PutKeyPolicy"], _scene.Writes);
        await RightAsync(Wanted());

        key.KeyState = "Disabled";
        Assert.Equal("KmsKeyNotEnabled", (await _scene.RefusedAsync(Wanted())).Id);
        _scene.State.Kms.Keys.Clear();
        Assert.Contains("-KmsKeyId ''", (await _scene.RefusedAsync(Wanted())).Advice, StringComparison.Ordinal);
        Assert.True((await _scene.DeployAsync(Wanted(("KmsKeyId", "")))).Succeeded);
    }

    [Fact]
    public async Task A_trail_elsewhere_is_found_without_naming_its_home_Region()
    {
        await _scene.DeployAsync(Wanted(("CreateBucket", true), ("HomeRegion", "eu-west-1")));

        await RightAsync(Wanted(("CreateBucket", true)));
    }

    [Fact]
    public async Task A_delegated_administrator_deploys_to_its_own_bucket()
    {
        var administrator = await _scene.DelegateAsync();

        var deployment = await _scene.DeployAsync(Wanted(("CreateBucket", true)), administrator);

        Assert.True(deployment.Succeeded, string.Join("\n", deployment.Steps.Select(step => $"{step} {step.Problem}")));
        Assert.Equal(Management, _scene.Trail.OwnerAccountId);
        Assert.Equal(administrator, _scene.State.S3.Buckets[AuditBucket].OwnerAccountId);
        await RightAsync(Wanted(("CreateBucket", true)), administrator);
        _scene.Trail.IsLogging = false;
        Assert.True((await _scene.DeployAsync(Wanted(), administrator)).Succeeded);
    }

    [Fact]
    public async Task A_bucket_of_the_log_archive_account_is_left_to_its_owner()
    {
        await _scene.DeployAsync(Wanted(("CreateBucket", true)));
        _scene.State.S3.Buckets[AuditBucket].OwnerAccountId = _scene.Organization.Accounts[^1].Id;
        _scene.State.CloudTrail.Trails.Clear();

        var deployment = await _scene.DeployAsync(Wanted());

        Assert.True(deployment.Succeeded);
        Assert.Equal(StepOutcome.Unknown, deployment.Steps.Single(step => step.StepId == "BucketPolicy").Outcome);
        Assert.Contains(_scene.Feedback.Warnings, warning => warning.Contains("belongs to another account", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trail_moves_only_when_it_is_asked_for()
    {
        await _scene.DeployAsync(Wanted(("CreateBucket", true)));
        var elsewhere = Wanted(("S3BucketName", "acme-other"), ("CreateBucket", true));

        Assert.Equal("TrailInOtherBucket", (await _scene.RefusedAsync(elsewhere)).Id);
        Assert.True((await _scene.DeployAsync(elsewhere, force: true)).Succeeded);
        Assert.Equal("acme-other", _scene.Trail.S3BucketName);
    }

    [Fact]
    public async Task Policies_are_written_to_the_backup_folder_before_they_are_replaced()
    {
        var folder = Directory.CreateTempSubdirectory("orgtrail-backups-");
        const string Before = """{"Version":"2012-10-17","Statement":[]}""";
        _scene.AddBucket(policy: Before);

        var deployment = await _scene.DeployAsync(Wanted(), backups: new(folder.FullName, TimeProvider.System));

        var file = Assert.Single(folder.GetFiles());
        Assert.Equal(Assert.Single(deployment.Backups).Path, file.FullName);
        Assert.Equal(Before, File.ReadAllText(file.FullName));
        folder.Delete(recursive: true);
    }

    // Nothing to do, nothing said, and no write.
    private async Task RightAsync(TrailSpecification wanted, string account = Management)
    {
        var again = await _scene.DeployAsync(wanted, account);
        Assert.Empty(again.Steps.Where(step => step.Outcome != StepOutcome.AlreadyRight).SelectMany(step => step.Changes.Prepend(step.ToString())));
        Assert.False(again.Changed);
        Assert.Empty(_scene.Writes);
    }

    private const string RootPolicy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:*","Resource":"*"}]}""";
}
