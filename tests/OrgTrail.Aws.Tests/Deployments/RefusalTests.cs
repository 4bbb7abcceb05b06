using static OrgTrail.Aws.Tests.Deployments.DeploymentScene;

namespace OrgTrail.Aws.Tests.Deployments;

/// <summary>What stands in the way is said before the first write, with what to do about it.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string Blocked = """{"Version":"2012-10-17","Statement":[{"Sid":"OnlyKms","Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-audit/*"}]}""";

    private readonly DeploymentScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Credentials_of_a_member_account()
    {
        _scene.AddBucket();

        var problem = await _scene.RefusedAsync(Wanted(), _scene.Organization.Accounts[^1].Id);

        Assert.Equal("NotOrganizationManagementAccount", problem.Id);
    }

    [Fact]
    public async Task An_organization_of_consolidated_billing()
    {
        _scene.Organization.FeatureSet = "CONSOLIDATED_BILLING";

        Assert.Equal("OrganizationNotInAllFeaturesMode", (await _scene.RefusedAsync(Wanted(("CreateBucket", true)))).Id);
    }

    [Fact]
    public async Task An_account_without_organization()
    {
        _scene.State.Organizations.Organization = null;

        Assert.Equal("OrganizationsNotInUse", (await _scene.RefusedAsync(Wanted(("CreateBucket", true)))).Id);
    }

    [Fact]
    public async Task A_bucket_that_there_is_not()
    {
        var problem = await _scene.RefusedAsync(Wanted());

        Assert.Equal("BucketNotFound", problem.Id);
        Assert.Contains("-CreateBucket", problem.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_of_somebody_else_that_is_to_be_created()
    {
        _scene.AddBucket(owner: "999999999999");

        Assert.Equal("BucketNameTaken", (await _scene.RefusedAsync(Wanted(("CreateBucket", true)))).Id);
    }

    [Fact]
    public async Task A_bucket_in_another_Region()
    {
        _scene.AddBucket(region: "eu-west-1");

        var problem = await _scene.RefusedAsync(Wanted(("BucketRegion", "us-east-1")));

        Assert.Equal("BucketInOtherRegion", problem.Id);
        Assert.Contains("eu-west-1", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_policy_in_which_others_keep_CloudTrail_out()
    {
        _scene.AddBucket(policy: Blocked);

        var problem = await _scene.RefusedAsync(Wanted());

        Assert.Equal("InsufficientBucketPolicy", problem.Id);
        Assert.Contains("OnlyKms", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_policy_that_is_none()
    {
        _scene.AddBucket(policy: """{"Statement":""");

        Assert.Equal("MalformedPolicy", (await _scene.RefusedAsync(Wanted())).Id);
    }

    [Theory]
    [InlineData("KmsKeyWrongRegion", "arn:aws:kms:eu-west-1:111111111111:key/11111111-2222-3333-4444-555555555555")]
    [InlineData("KmsKeyNotFound", "alias/none")]
    [InlineData("KmsKeyNotFound", "arn:aws:kms:us-east-1:111111111111:key/99999999-2222-3333-4444-555555555555")]
    public async Task A_key_that_cannot_be_had(string id, string key)
    {
        _scene.AddBucket();
        AddKey("eu-west-1");

        Assert.Equal(id, (await _scene.RefusedAsync(Wanted(("KmsKeyId", key)))).Id);
    }

    [Theory]
    [InlineData("KmsKeyNotSymmetric", "RSA_2048", "Enabled")]
    [InlineData("KmsKeyNotEnabled", "SYMMETRIC_DEFAULT", "Disabled")]
    public async Task A_key_that_will_not_do(string id, string spec, string state)
    {
        _scene.AddBucket();
        AddKey("us-east-1", spec, state);

        Assert.Equal(id, (await _scene.RefusedAsync(Wanted(("KmsKeyId", "alias/audit")))).Id);
    }

    [Fact]
    public async Task A_second_organization_trail_unless_it_is_allowed()
    {
        await _scene.DeployAsync(Wanted(("CreateBucket", true)));
        var second = Wanted(("Name", "second"));

        var problem = await _scene.RefusedAsync(second);

        Assert.Equal("SecondOrganizationTrail", problem.Id);
        Assert.Contains("-Name acme", problem.Advice, StringComparison.Ordinal);
        Assert.True((await _scene.DeployAsync(second, allowDuplicate: true)).Succeeded);
    }

    [Fact]
    public async Task A_second_trail_beside_Control_Towers_has_advice_of_its_own()
    {
        await _scene.DeployAsync(Wanted(("CreateBucket", true)));
        _scene.Trail.Name = "aws-controltower-BaselineCloudTrail";

        var problem = await _scene.RefusedAsync(Wanted());

        Assert.Equal("ControlTowerTrail", problem.Id);
        Assert.Contains("landing zone", problem.Advice, StringComparison.Ordinal);
        Assert.Equal("ControlTowerTrail", (await _scene.RefusedAsync(Wanted(("Name", "aws-controltower-BaselineCloudTrail")))).Id);
    }

    [Fact]
    public async Task A_trail_of_that_name_in_another_home_Region()
    {
        await _scene.DeployAsync(Wanted(("CreateBucket", true)));

        var problem = await _scene.RefusedAsync(Wanted(("HomeRegion", "eu-west-1")));

        Assert.Equal("TrailInOtherRegion", problem.Id);
        Assert.Contains("-HomeRegion us-east-1", problem.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_a_delegated_administrators_own_trail_has()
    {
        var administrator = await _scene.DelegateAsync();
        _scene.AddBucket(owner: administrator);
        _scene.State.CloudTrail.Trails.Add(new() { Name = "acme", OwnerAccountId = administrator, HomeRegion = "us-east-1", S3BucketName = AuditBucket });

        Assert.Equal("OnlyManagementAccountConverts", (await _scene.RefusedAsync(Wanted(), administrator)).Id);
    }

    [Fact]
    public async Task A_delegated_administrator_without_trusted_access_or_with_others_to_register()
    {
        var administrator = await _scene.DelegateAsync();
        _scene.AddBucket(owner: administrator);

        Assert.Equal("NotOrganizationManagementAccount", (await _scene.RefusedAsync(Wanted(("DelegatedAdministrator", "222222222222")), administrator)).Id);

        _scene.Organization.TrustedServices.Clear();
        Assert.Equal("TrustedAccessNotEnabled", (await _scene.RefusedAsync(Wanted(), administrator)).Id);
    }

    [Fact]
    public async Task Trusted_access_that_is_off_and_shall_stay_so()
    {
        _scene.AddBucket();

        Assert.Equal("TrustedAccessNotEnabled", (await _scene.RefusedAsync(Wanted(("EnableTrustedAccess", false)))).Id);
    }

    [Fact]
    public async Task The_management_account_as_its_own_delegated_administrator()
    {
        _scene.AddBucket();

        Assert.Equal("CannotDelegateManagementAccount", (await _scene.RefusedAsync(Wanted(("DelegatedAdministrator", Management)))).Id);
    }

    [Fact]
    public async Task A_delegated_administrator_that_is_no_active_member()
    {
        _scene.AddBucket();
        _scene.Organization.Accounts[^1].State = "SUSPENDED";

        Assert.Equal("AccountNotFound", (await _scene.RefusedAsync(Wanted(("DelegatedAdministrator", "999999999999")))).Id);
        Assert.Equal("AccountSuspended", (await _scene.RefusedAsync(Wanted(("DelegatedAdministrator", _scene.Organization.Accounts[^1].Id)))).Id);
    }

    [Fact]
    public async Task Things_of_another_partition()
    {
        var problem = await _scene.RefusedAsync(Wanted(("HomeRegion", "cn-north-1")));

        Assert.Equal("RegionInOtherPartition", problem.Id);
        Assert.Empty(_scene.Calls);
    }

    [Fact]
    public async Task All_of_it_at_once()
    {
        await _scene.DeployAsync(Wanted(("CreateBucket", true)));

        var problem = await _scene.RefusedAsync(Wanted(("Name", "second"), ("S3BucketName", "none-of-ours"), ("DelegatedAdministrator", Management), ("KmsKeyId", "alias/none")));

        Assert.Contains("management account", problem.What, StringComparison.Ordinal);
        Assert.Contains("trail/acme already", problem.What, StringComparison.Ordinal);
        Assert.Contains("no bucket none-of-ours", problem.What, StringComparison.Ordinal);
        Assert.Contains("no KMS key alias/none", problem.What, StringComparison.Ordinal);
    }

    private void AddKey(string region, string spec = "SYMMETRIC_DEFAULT", string state = "Enabled") => _scene.State.Kms.Keys.Add(new()
    {
        Arn = $"arn:aws:kms:{region}:{Management}:key/11111111-2222-3333-4444-555555555555",
        Aliases = ["alias/audit"],
        Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:*","Resource":"*"}]}""",
        KeySpec = spec,
        KeyState = state,
    });
}
