using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Tests.Services.Organizations;

public sealed class OrganizationLifeTests
{
    private readonly ServiceProbe _probe = new();

    [Fact]
    public void An_organization_has_all_features_unless_asked_otherwise()
    {
        var organization = _probe.Organizations("CreateOrganization")["Organization"]!;

        Assert.Equal("ALL", (string?)organization["FeatureSet"]);
        Assert.Matches("^o-[a-z0-9]{10}$", (string?)organization["Id"]);
        Assert.Equal(ServiceProbe.Management, (string?)organization["MasterAccountId"]);
        Assert.Equal($"arn:aws:organizations::111111111111:organization/{organization["Id"]}", (string?)organization["Arn"]);
        Assert.Equal("SERVICE_CONTROL_POLICY", (string?)organization["AvailablePolicyTypes"]![0]!["Type"]);
    }

    [Fact]
    public void Consolidated_billing_has_no_policies()
    {
        var organization = _probe.Organizations("CreateOrganization", new() { ["FeatureSet"] = "CONSOLIDATED_BILLING" })["Organization"]!;

        Assert.Equal("CONSOLIDATED_BILLING", (string?)organization["FeatureSet"]);
        Assert.Empty(organization["AvailablePolicyTypes"]!.AsArray());
    }

    [Fact]
    public void Whoever_creates_it_becomes_its_management_account()
    {
        _probe.Organizations("CreateOrganization", account: ServiceProbe.Second);

        Assert.Equal(ServiceProbe.Second, _probe.State.ManagementAccountId);
        Assert.Equal(ServiceProbe.Second, Assert.Single(_probe.Organization.Accounts).Id);
    }

    [Fact]
    public void A_root_of_a_new_organization_has_no_policy_type_enabled()
    {
        _probe.Organizations("CreateOrganization");

        var root = Assert.Single(_probe.Organizations("ListRoots")["Roots"]!.AsArray())!;
        Assert.Matches("^r-[a-z0-9]{4}$", (string?)root["Id"]);
        Assert.Empty(root["PolicyTypes"]!.AsArray());
    }

    [Fact]
    public void The_management_account_gets_the_role_of_Organizations()
    {
        _probe.Organizations("CreateOrganization");

        Assert.Equal("AWSServiceRoleForOrganizations", Assert.Single(_probe.State.Iam.Roles).Name);
    }

    [Fact]
    public void Two_at_once_are_refused()
    {
        _probe.Organizations("CreateOrganization");

        Assert.Equal("AlreadyInOrganizationException", _probe.Refusal("CreateOrganization").Code);
        Assert.Equal("AccessDeniedException", _probe.Refusal("CreateOrganization", account: ServiceProbe.Outsider).Code);
    }

    [Fact]
    public void An_unknown_feature_set_is_refused()
    {
        var refusal = _probe.Refusal("CreateOrganization", new() { ["FeatureSet"] = "SOME" });

        Assert.Equal("InvalidInputException", refusal.Code);
        Assert.Equal("INVALID_ENUM", (string?)refusal.Members["Reason"]);
    }

    [Fact]
    public void Every_member_may_describe_it_and_nobody_else()
    {
        var probe = ServiceProbe.WithOrganization(members: ServiceProbe.Member);

        Assert.Equal("o-exampleorgid", (string?)probe.Organizations("DescribeOrganization", account: ServiceProbe.Member)["Organization"]!["Id"]);
        Assert.Equal("AWSOrganizationsNotInUseException", probe.Refusal("DescribeOrganization", account: ServiceProbe.Outsider).Code);
    }

    [Fact]
    public void It_is_deleted_by_its_management_account_once_it_is_empty()
    {
        var probe = ServiceProbe.WithOrganization(members: ServiceProbe.Member);

        Assert.Equal("AccessDeniedException", probe.Refusal("DeleteOrganization", account: ServiceProbe.Member).Code);
        Assert.Equal("OrganizationNotEmptyException", probe.Refusal("DeleteOrganization").Code);

        probe.Organizations("RemoveAccountFromOrganization", new() { ["AccountId"] = ServiceProbe.Member });
        probe.Organizations("DeleteOrganization");

        Assert.Equal("AWSOrganizationsNotInUseException", probe.Refusal("DescribeOrganization").Code);
    }

    [Fact]
    public void Without_it_organization_trails_are_account_trails()
    {
        var probe = ServiceProbe.WithOrganization();
        probe.State.CloudTrail.Trails.Add(OrganizationTrail());

        probe.Organizations("DeleteOrganization");

        Assert.False(Assert.Single(probe.State.CloudTrail.Trails).IsOrganizationTrail);
    }

    [Fact]
    public void Text_in_place_of_a_structure_is_refused_not_swallowed()
    {
        Assert.Equal("SerializationException", _probe.Refusal("CreateOrganization", new() { ["FeatureSet"] = new JsonArray() }).Code);
    }

    internal static State.SandboxTrail OrganizationTrail() => new()
    {
        Name = "acme",
        OwnerAccountId = ServiceProbe.Management,
        HomeRegion = "us-east-1",
        S3BucketName = "acme-audit",
        IsOrganizationTrail = true,
    };
}
