using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Tests.Services.Organizations;

public sealed class AccountTests
{
    private readonly ServiceProbe _probe = ServiceProbe.WithOrganization(members: [ServiceProbe.Member, ServiceProbe.Second]);

    [Fact]
    public void A_new_account_is_under_way_first_and_there_then()
    {
        var begun = _probe.Organizations("CreateAccount", new() { ["Email"] = "audit@example.com", ["AccountName"] = "audit" })["CreateAccountStatus"]!;
        var done = _probe.Organizations("DescribeCreateAccountStatus", new() { ["CreateAccountRequestId"] = (string?)begun["Id"] })["CreateAccountStatus"]!;
        var account = _probe.Organizations("DescribeAccount", new() { ["AccountId"] = (string?)done["AccountId"] })["Account"]!;

        Assert.Equal("IN_PROGRESS", (string?)begun["State"]);
        Assert.Equal("SUCCEEDED", (string?)done["State"]);
        Assert.Equal("audit@example.com", (string?)account["Email"]);
        Assert.Equal("CREATED", (string?)account["JoinedMethod"]);
        Assert.Equal($"o-exampleorgid/r-exam/{account["Id"]}/", (string?)account["Paths"]![0]);
    }

    [Fact]
    public void A_new_account_has_the_role_that_its_management_account_uses()
    {
        _probe.Organizations("CreateAccount", new() { ["Email"] = "audit@example.com", ["AccountName"] = "audit", ["RoleName"] = "Governor" });

        var id = _probe.Organization.Accounts[^1].Id;
        var role = _probe.State.Iam.Roles.Find(role => role.Name == "Governor")!;
        Assert.Equal(id, role.AccountId);
        Assert.Contains("arn:aws:iam::111111111111:root", role.AssumeRolePolicyDocument, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_serves_one_account()
    {
        var input = new JsonObject { ["Email"] = "audit@example.com", ["AccountName"] = "audit" };
        _probe.Organizations("CreateAccount", input);
        _probe.Organizations("CreateAccount", (JsonObject)input.DeepClone());

        var failed = Assert.Single(_probe.Organizations("ListCreateAccountStatus", new() { ["States"] = new JsonArray("FAILED") })["CreateAccountStatuses"]!.AsArray())!;
        Assert.Equal("EMAIL_ALREADY_EXISTS", (string?)failed["FailureReason"]);
    }

    [Theory]
    [InlineData("PENDING_ACTIVATION", "SUSPENDED")]
    [InlineData("ACTIVE", "ACTIVE")]
    [InlineData("SUSPENDED", "SUSPENDED")]
    [InlineData("PENDING_CLOSURE", "PENDING_CLOSURE")]
    [InlineData("CLOSED", "SUSPENDED")]
    public void An_account_tells_its_state_in_both_members(string state, string status)
    {
        _probe.Organization.Accounts[1].State = state;

        var account = _probe.Organizations("ListAccounts")["Accounts"]![1]!;

        Assert.Equal(state, (string?)account["State"]);
        Assert.Equal(status, (string?)account["Status"]);
    }

    [Fact]
    public void Closing_takes_its_time()
    {
        _probe.Organizations("CloseAccount", new() { ["AccountId"] = ServiceProbe.Member });
        Assert.Equal("PENDING_CLOSURE", State());
        Assert.Equal("ConflictException", _probe.Refusal("CloseAccount", new() { ["AccountId"] = ServiceProbe.Member }).Code);

        _probe.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("CLOSED", State());
        Assert.Equal("AccountAlreadyClosedException", _probe.Refusal("CloseAccount", new() { ["AccountId"] = ServiceProbe.Member }).Code);

        string? State() => (string?)_probe.Organizations("DescribeAccount", new() { ["AccountId"] = ServiceProbe.Member })["Account"]!["State"];
    }

    [Fact]
    public void The_management_account_can_be_neither_closed_nor_removed()
    {
        var closing = _probe.Refusal("CloseAccount", new() { ["AccountId"] = ServiceProbe.Management });

        Assert.Equal("CANNOT_CLOSE_MANAGEMENT_ACCOUNT", (string?)closing.Members["Reason"]);
        Assert.Equal("MasterCannotLeaveOrganizationException", _probe.Refusal("LeaveOrganization").Code);
    }

    [Fact]
    public void A_delegated_administrator_cannot_be_removed()
    {
        _probe.Organization.DelegatedAdministrators["cloudtrail.amazonaws.com"] = [ServiceProbe.Member];

        var refusal = _probe.Refusal("RemoveAccountFromOrganization", new() { ["AccountId"] = ServiceProbe.Member });

        Assert.Equal("CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG", (string?)refusal.Members["Reason"]);
    }

    [Fact]
    public void Members_may_not_look_around_but_delegated_administrators_may()
    {
        Assert.Equal("AccessDeniedException", _probe.Refusal("ListAccounts", account: ServiceProbe.Member).Code);

        _probe.Organization.DelegatedAdministrators["cloudtrail.amazonaws.com"] = [ServiceProbe.Member];

        Assert.Equal(3, _probe.Organizations("ListAccounts", account: ServiceProbe.Member)["Accounts"]!.AsArray().Count);
    }

    [Fact]
    public void Unknown_and_malformed_ids_are_told_apart()
    {
        Assert.Equal("AccountNotFoundException", _probe.Refusal("DescribeAccount", new() { ["AccountId"] = ServiceProbe.Outsider }).Code);
        Assert.Equal("INVALID_PATTERN", (string?)_probe.Refusal("DescribeAccount", new() { ["AccountId"] = "12" }).Members["Reason"]);
        Assert.Equal("INPUT_REQUIRED", (string?)_probe.Refusal("DescribeAccount").Members["Reason"]);
    }
}
