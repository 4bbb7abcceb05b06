namespace OrgTrail.Sandbox.Tests.Services.CloudTrail;

public sealed class OrganizationTrailTests : IDisposable
{
    private static readonly object Wanted = new { Name = "acme", S3BucketName = Scene.Bucket, IsOrganizationTrail = true };
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(Scene.Stranger, "OrganizationsNotInUseException")]
    [InlineData(Scene.Member, "NotOrganizationMasterAccountException")]
    public void Only_the_management_account_and_delegated_administrators_make_one(string account, string code) =>
        Assert.Equal(code, _scene.Refusal("CreateTrail", Wanted, account));

    [Fact]
    public void It_needs_trusted_access()
    {
        _scene.Organization.TrustedServices.Clear();
        Assert.Equal("CloudTrailAccessNotEnabledException", _scene.Refusal("CreateTrail", Wanted));
    }

    [Fact]
    public void It_needs_all_features()
    {
        _scene.Organization.FeatureSet = "CONSOLIDATED_BILLING";
        Assert.Equal("OrganizationNotInAllFeaturesModeException", _scene.Refusal("CreateTrail", Wanted));
    }

    [Fact]
    public void It_needs_an_organization()
    {
        _scene.State.Organizations.Organization = null;
        Assert.Equal("OrganizationsNotInUseException", _scene.Refusal("CreateTrail", Wanted));
    }

    [Fact]
    public void A_delegated_administrator_needs_the_service_linked_role_and_the_management_account_makes_it()
    {
        Assert.Equal("NoManagementAccountSLRExistsException", _scene.Refusal("CreateTrail", Wanted, Scene.Administrator));

        _scene.CreateOrganizationTrail();

        Assert.Equal("AWSServiceRoleForCloudTrail", Assert.Single(_scene.State.Iam.Roles).Name);
        _scene.Call("DeleteTrail", new { Name = TrailPolicies.TrailArn }, Scene.Administrator);
        _scene.CreateOrganizationTrail(Scene.Administrator);
    }

    [Fact]
    public void The_trail_of_a_delegated_administrator_is_the_management_accounts_and_is_not_found_by_its_name()
    {
        _scene.CreateOrganizationTrail();
        _scene.Call("DeleteTrail", new { Name = "acme" });

        var created = _scene.CreateOrganizationTrail(Scene.Administrator);

        Assert.Equal(TrailPolicies.TrailArn, (string?)created["TrailARN"]);
        Assert.Equal("TrailNotFoundException", _scene.Refusal("StartLogging", new { Name = "acme" }, Scene.Administrator));
        Assert.Equal("TrailNotFoundException", _scene.Refusal("GetTrail", new { Name = "acme" }, Scene.Administrator));
        Assert.Equal("TrailAlreadyExistsException", _scene.Refusal("CreateTrail", Wanted, Scene.Administrator));
        _scene.Call("StartLogging", new { Name = TrailPolicies.TrailArn }, Scene.Administrator);
        Assert.True((bool)_scene.Call("GetTrailStatus", new { Name = "acme" })["IsLogging"]!);
    }

    [Theory]
    [InlineData("UpdateTrail", "Name")]
    [InlineData("DeleteTrail", "Name")]
    [InlineData("StartLogging", "Name")]
    [InlineData("StopLogging", "Name")]
    [InlineData("PutEventSelectors", "TrailName")]
    [InlineData("PutInsightSelectors", "TrailName")]
    public void A_member_cannot_change_it(string operation, string member)
    {
        _scene.CreateOrganizationTrail();
        var body = new Dictionary<string, object> { [member] = TrailPolicies.TrailArn };
        if (operation == "PutEventSelectors") body["AdvancedEventSelectors"] = Array.Empty<object>();
        if (operation == "PutInsightSelectors") body["InsightSelectors"] = Array.Empty<object>();

        Assert.Equal("NotOrganizationMasterAccountException", _scene.Refusal(operation, body, Scene.Member));
        body[member] = "acme";
        Assert.Equal("TrailNotFoundException", _scene.Refusal(operation, body, Scene.Member));
    }

    [Fact]
    public void Members_see_it_under_the_management_accounts_ARN_and_strangers_do_not()
    {
        _scene.CreateOrganizationTrail();

        Assert.Equal(Scene.Management, ((string)_scene.Call("GetTrail", new { Name = TrailPolicies.TrailArn }, Scene.Member)["Trail"]!["TrailARN"]!).Split(':')[4]);
        Assert.Equal(TrailPolicies.TrailArn, (string?)_scene.Call("ListTrails", new { }, Scene.Member)["Trails"]![0]!["TrailARN"]);
        Assert.Empty(_scene.Call("ListTrails", new { }, Scene.Stranger)["Trails"]!.AsArray());
        Assert.Equal("CloudTrailARNInvalidException", _scene.Refusal("GetTrail", new { Name = TrailPolicies.TrailArn }, Scene.Stranger));
    }

    [Fact]
    public void Only_the_management_account_converts_between_account_and_organization()
    {
        _scene.CreateOrganizationTrail();
        var backToAccount = new { Name = TrailPolicies.TrailArn, IsOrganizationTrail = false };

        Assert.Equal("NotOrganizationMasterAccountException", _scene.Refusal("UpdateTrail", backToAccount, Scene.Administrator));
        Assert.False((bool)_scene.Call("UpdateTrail", backToAccount)["IsOrganizationTrail"]!);
        Assert.Empty(_scene.Call("ListTrails", new { }, Scene.Member)["Trails"]!.AsArray());
        Assert.True((bool)_scene.Call("UpdateTrail", new { Name = "acme", IsOrganizationTrail = true })["IsOrganizationTrail"]!);
    }

    [Fact]
    public void Administrators_are_registered_by_the_management_account_three_at_most()
    {
        foreach (var id in (string[])["444444444444", "555555555555", "666666666666"])
            _scene.Organization.Accounts.Add(new() { Id = id, Name = id });

        Assert.Equal("AccountRegisteredException", Register(Scene.Administrator));
        Assert.Equal("CannotDelegateManagementAccountException", Register(Scene.Management));
        Assert.Equal("AccountNotFoundException", Register(Scene.Stranger));
        Assert.Equal("InvalidParameterException", Register("12"));
        Assert.Equal("NotOrganizationManagementAccountException", Register("444444444444", Scene.Member));
        _scene.Call("RegisterOrganizationDelegatedAdmin", new { MemberAccountId = "444444444444" });
        _scene.Call("RegisterOrganizationDelegatedAdmin", new { MemberAccountId = "555555555555" });
        Assert.Equal(Scene.Start, _scene.Organization.DelegationDates["cloudtrail.amazonaws.com/555555555555"]);
        Assert.Equal("DelegatedAdminAccountLimitExceededException", Register("666666666666"));
        _scene.Call("DeregisterOrganizationDelegatedAdmin", new { DelegatedAdminAccountId = "444444444444" });
        Assert.Equal("AccountNotRegisteredException", _scene.Refusal("DeregisterOrganizationDelegatedAdmin", new { DelegatedAdminAccountId = "444444444444" }));
        Assert.Equal(["cloudtrail.amazonaws.com/555555555555"], _scene.Organization.DelegationDates.Keys);
        Assert.Equal(["AWSServiceRoleForCloudTrail", "AWSServiceRoleForCloudTrailEventContext"], _scene.State.Iam.Roles.Select(role => role.Name));
    }

    private string Register(string member, string caller = Scene.Management) =>
        _scene.Refusal("RegisterOrganizationDelegatedAdmin", new { MemberAccountId = member }, caller);
}
