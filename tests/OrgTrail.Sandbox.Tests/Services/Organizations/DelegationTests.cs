using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Tests.Services.Organizations;

public sealed class DelegationTests
{
    private const string CloudTrail = "cloudtrail.amazonaws.com";
    private readonly ServiceProbe _probe = ServiceProbe.WithOrganization(
        members: [ServiceProbe.Member, ServiceProbe.Second, "444444444444", "555555555555"]);

    public DelegationTests() => _probe.Organization.TrustedServices[CloudTrail] = ServiceProbe.Start;

    [Fact]
    public void A_registered_account_is_listed_by_service_and_its_services_by_account()
    {
        _probe.Clock.Advance(TimeSpan.FromDays(1));
        Register(ServiceProbe.Member);

        var administrator = Assert.Single(_probe.Organizations("ListDelegatedAdministrators", new() { ["ServicePrincipal"] = CloudTrail })["DelegatedAdministrators"]!.AsArray())!;
        var service = Assert.Single(_probe.Organizations("ListDelegatedServicesForAccount", new() { ["AccountId"] = ServiceProbe.Member })["DelegatedServices"]!.AsArray())!;

        Assert.Equal(ServiceProbe.Member, (string?)administrator["Id"]);
        Assert.Equal(ServiceProbe.Start.AddDays(1).ToUnixTimeSeconds(), (long)(double)administrator["DelegationEnabledDate"]!);
        Assert.Equal(CloudTrail, (string?)service["ServicePrincipal"]);
        Assert.Empty(_probe.Organizations("ListDelegatedAdministrators", new() { ["ServicePrincipal"] = "config.amazonaws.com" })["DelegatedAdministrators"]!.AsArray());
    }

    [Fact]
    public void CloudTrail_has_at_most_three()
    {
        Register(ServiceProbe.Member);
        Register(ServiceProbe.Second);
        Register("444444444444");

        Assert.Equal("MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED", Reason(Refused("555555555555")));

        _probe.Organizations("DeregisterDelegatedAdministrator", Input(ServiceProbe.Member));
        Register("555555555555");
    }

    [Fact]
    public void The_management_account_cannot_be_one()
    {
        Assert.Equal("CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR", Reason(Refused(ServiceProbe.Management)));
    }

    [Theory]
    [InlineData("SUSPENDED")]
    [InlineData("PENDING_CLOSURE")]
    [InlineData("CLOSED")]
    public void An_account_out_of_use_cannot_be_one(string state)
    {
        _probe.Organization.Accounts[1].State = state;

        Assert.Equal("CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR", Reason(Refused(ServiceProbe.Member)));
    }

    [Fact]
    public void Trusted_access_comes_first()
    {
        _probe.Organization.TrustedServices.Clear();

        Assert.Equal("SERVICE_ACCESS_NOT_ENABLED", Reason(Refused(ServiceProbe.Member)));
    }

    [Fact]
    public void Strangers_and_repetitions_are_refused_by_code()
    {
        Register(ServiceProbe.Member);

        Assert.Equal("AccountNotFoundException", Refused(ServiceProbe.Outsider).Code);
        Assert.Equal("AccountAlreadyRegisteredException", Refused(ServiceProbe.Member).Code);
        Assert.Equal("AccountNotRegisteredException", _probe.Refusal("DeregisterDelegatedAdministrator", Input(ServiceProbe.Second)).Code);
        Assert.Equal("AccountNotFoundException", _probe.Refusal("DeregisterDelegatedAdministrator", Input(ServiceProbe.Outsider)).Code);
        Assert.Equal("AccountNotRegisteredException", _probe.Refusal("ListDelegatedServicesForAccount", new() { ["AccountId"] = ServiceProbe.Second }).Code);
        Assert.Equal("AccessDeniedException", _probe.Refusal("RegisterDelegatedAdministrator", Input(ServiceProbe.Second), ServiceProbe.Member).Code);
    }

    [Fact]
    public void One_that_the_state_was_seeded_with_has_a_date_too()
    {
        _probe.Organization.DelegatedAdministrators[CloudTrail] = [ServiceProbe.Member];

        var administrator = Assert.Single(_probe.Organizations("ListDelegatedAdministrators")["DelegatedAdministrators"]!.AsArray())!;

        Assert.Equal(ServiceProbe.Start.ToUnixTimeSeconds(), (long)(double)administrator["DelegationEnabledDate"]!);
    }

    private void Register(string account) => _probe.Organizations("RegisterDelegatedAdministrator", Input(account));

    private AwsErrorException Refused(string account) => _probe.Refusal("RegisterDelegatedAdministrator", Input(account));

    private static string? Reason(AwsErrorException refusal) => (string?)refusal.Members["Reason"];

    private static JsonObject Input(string account) => new() { ["AccountId"] = account, ["ServicePrincipal"] = CloudTrail };
}
