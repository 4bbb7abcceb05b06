using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Tests.Services.Organizations;

public sealed class TrustedAccessTests
{
    private const string CloudTrail = "cloudtrail.amazonaws.com";
    private readonly ServiceProbe _probe = ServiceProbe.WithOrganization(members: ServiceProbe.Member);

    [Fact]
    public void Enabling_twice_keeps_the_first_date()
    {
        _probe.Organizations("EnableAWSServiceAccess", Principal());
        _probe.Clock.Advance(TimeSpan.FromDays(1));
        _probe.Organizations("EnableAWSServiceAccess", Principal());

        var service = Assert.Single(_probe.Organizations("ListAWSServiceAccessForOrganization")["EnabledServicePrincipals"]!.AsArray())!;
        Assert.Equal(CloudTrail, (string?)service["ServicePrincipal"]);
        Assert.Equal(ServiceProbe.Start.ToUnixTimeSeconds(), (long)(double)service["DateEnabled"]!);
    }

    [Fact]
    public void Disabling_CloudTrails_turns_organization_trails_into_account_trails_for_good()
    {
        _probe.Organizations("EnableAWSServiceAccess", Principal());
        _probe.State.CloudTrail.Trails.Add(OrganizationLifeTests.OrganizationTrail());

        _probe.Organizations("DisableAWSServiceAccess", Principal());
        _probe.Organizations("EnableAWSServiceAccess", Principal());

        Assert.False(Assert.Single(_probe.State.CloudTrail.Trails).IsOrganizationTrail);
    }

    [Fact]
    public void Disabling_another_service_leaves_the_trails_alone()
    {
        _probe.Organizations("EnableAWSServiceAccess", Principal("config.amazonaws.com"));
        _probe.State.CloudTrail.Trails.Add(OrganizationLifeTests.OrganizationTrail());

        _probe.Organizations("DisableAWSServiceAccess", Principal("config.amazonaws.com"));

        Assert.True(Assert.Single(_probe.State.CloudTrail.Trails).IsOrganizationTrail);
    }

    [Theory]
    [InlineData("EnableAWSServiceAccess")]
    [InlineData("DisableAWSServiceAccess")]
    public void Only_the_management_account_may_change_it(string operation)
    {
        _probe.Organization.DelegatedAdministrators[CloudTrail] = [ServiceProbe.Member];

        Assert.Equal("AccessDeniedException", _probe.Refusal(operation, Principal(), ServiceProbe.Member).Code);
        Assert.Equal("AWSOrganizationsNotInUseException", _probe.Refusal(operation, Principal(), ServiceProbe.Outsider).Code);
    }

    [Fact]
    public void A_delegated_administrator_may_list_it_and_other_members_may_not()
    {
        Assert.Equal("AccessDeniedException", _probe.Refusal("ListAWSServiceAccessForOrganization", account: ServiceProbe.Member).Code);

        _probe.Organization.DelegatedAdministrators["config.amazonaws.com"] = [ServiceProbe.Member];

        Assert.Empty(_probe.Organizations("ListAWSServiceAccessForOrganization", account: ServiceProbe.Member)["EnabledServicePrincipals"]!.AsArray());
    }

    [Theory]
    [InlineData("nothing.amazonaws.com", "UNRECOGNIZED_SERVICE_PRINCIPAL")]
    [InlineData("not a principal", "INVALID_PATTERN")]
    public void Garbage_is_refused_with_its_reason(string principal, string reason)
    {
        var refusal = _probe.Refusal("EnableAWSServiceAccess", Principal(principal));

        Assert.Equal(("InvalidInputException", reason), (refusal.Code, (string?)refusal.Members["Reason"]));
    }

    [Theory]
    [InlineData("EnableAWSServiceAccess")]
    [InlineData("DisableAWSServiceAccess")]
    [InlineData("ListAWSServiceAccessForOrganization")]
    public void It_needs_all_features(string operation)
    {
        _probe.Organization.FeatureSet = "CONSOLIDATED_BILLING";

        var refusal = _probe.Refusal(operation, operation.StartsWith("List", StringComparison.Ordinal) ? [] : Principal());

        Assert.Equal(("ConstraintViolationException", "ORGANIZATION_NOT_IN_ALL_FEATURES_MODE"), (refusal.Code, (string?)refusal.Members["Reason"]));
    }

    private static JsonObject Principal(string principal = CloudTrail) => new() { ["ServicePrincipal"] = principal };
}
