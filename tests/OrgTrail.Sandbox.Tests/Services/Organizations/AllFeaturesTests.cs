namespace OrgTrail.Sandbox.Tests.Services.Organizations;

public sealed class AllFeaturesTests
{
    private readonly ServiceProbe _probe = ServiceProbe.WithOrganization("CONSOLIDATED_BILLING", ServiceProbe.Member, ServiceProbe.Second);

    [Fact]
    public void Without_invited_accounts_it_can_be_finished_at_once()
    {
        var handshake = _probe.Organizations("EnableAllFeatures")["Handshake"]!;

        Assert.Equal("ENABLE_ALL_FEATURES", (string?)handshake["Action"]);
        Assert.Equal("OPEN", (string?)handshake["State"]);
        Accept((string?)handshake["Id"], ServiceProbe.Management);
        Assert.Equal("ALL", _probe.Organization.FeatureSet);
    }

    [Fact]
    public void Each_invited_account_must_approve_first()
    {
        foreach (var account in _probe.Organization.Accounts) account.JoinedMethod = "INVITED";
        var change = _probe.Organizations("EnableAllFeatures")["Handshake"]!;
        var id = (string?)change["Id"];

        Assert.Equal("REQUESTED", (string?)change["State"]);
        Assert.Equal("InvalidHandshakeTransitionException", _probe.Refusal("AcceptHandshake", new() { ["HandshakeId"] = id }).Code);

        Approve(ServiceProbe.Member);
        Assert.Equal("REQUESTED", State(id));
        Approve(ServiceProbe.Second);
        Assert.Equal("OPEN", State(id));

        Accept(id, ServiceProbe.Management);
        Assert.Equal("ALL", _probe.Organization.FeatureSet);
        Assert.Equal("HandshakeAlreadyInStateException", _probe.Refusal("AcceptHandshake", new() { ["HandshakeId"] = id }).Code);
    }

    [Fact]
    public void The_organization_lists_its_approvals_under_the_change()
    {
        _probe.Organization.Accounts[1].JoinedMethod = "INVITED";
        var id = (string?)_probe.Organizations("EnableAllFeatures")["Handshake"]!["Id"];

        var all = _probe.Organizations("ListHandshakesForOrganization")["Handshakes"]!.AsArray();
        var approvals = _probe.Organizations("ListHandshakesForOrganization", new()
        {
            ["Filter"] = new System.Text.Json.Nodes.JsonObject { ["ParentHandshakeId"] = id },
        })["Handshakes"]!.AsArray();

        Assert.Equal(2, all.Count);
        Assert.Equal("APPROVE_ALL_FEATURES", (string?)Assert.Single(approvals)!["Action"]);
    }

    [Fact]
    public void An_account_that_leaves_needs_to_approve_no_more()
    {
        _probe.Organization.Accounts[1].JoinedMethod = "INVITED";
        var id = (string?)_probe.Organizations("EnableAllFeatures")["Handshake"]!["Id"];

        _probe.Organizations("RemoveAccountFromOrganization", new() { ["AccountId"] = ServiceProbe.Member });

        Assert.Equal("OPEN", State(id));
    }

    [Fact]
    public void Only_the_account_that_is_asked_may_answer()
    {
        _probe.Organization.Accounts[1].JoinedMethod = "INVITED";
        _probe.Organizations("EnableAllFeatures");
        var approval = Received(ServiceProbe.Member);

        Assert.Equal("AccessDeniedException", _probe.Refusal("AcceptHandshake", new() { ["HandshakeId"] = approval }).Code);
        Assert.Equal("AccessDeniedException", _probe.Refusal("DescribeHandshake", new() { ["HandshakeId"] = approval }, ServiceProbe.Second).Code);
        Assert.Equal("HandshakeNotFoundException", _probe.Refusal("DescribeHandshake", new() { ["HandshakeId"] = "h-0123456789" }).Code);
    }

    [Fact]
    public void A_second_change_and_one_too_many_are_refused_with_their_reasons()
    {
        var id = (string?)_probe.Organizations("EnableAllFeatures")["Handshake"]!["Id"];
        Assert.Equal("ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION", Reason());

        Accept(id, ServiceProbe.Management);
        Assert.Equal("ORGANIZATION_ALREADY_HAS_ALL_FEATURES", Reason());

        string? Reason() => (string?)_probe.Refusal("EnableAllFeatures").Members["Reason"];
    }

    [Fact]
    public void It_expires_after_ninety_days()
    {
        var id = (string?)_probe.Organizations("EnableAllFeatures")["Handshake"]!["Id"];

        _probe.Clock.Advance(TimeSpan.FromDays(90));

        Assert.Equal("InvalidHandshakeTransitionException", _probe.Refusal("AcceptHandshake", new() { ["HandshakeId"] = id }).Code);
        Assert.Equal("EXPIRED", State(id));
    }

    [Fact]
    public void Calling_it_off_calls_off_the_approvals()
    {
        _probe.Organization.Accounts[1].JoinedMethod = "INVITED";
        var id = (string?)_probe.Organizations("EnableAllFeatures")["Handshake"]!["Id"];

        _probe.Organizations("CancelHandshake", new() { ["HandshakeId"] = id });

        Assert.All(_probe.Organization.Handshakes, handshake => Assert.Equal("CANCELED", handshake.State));
    }

    [Fact]
    public void An_invited_account_joins_by_accepting()
    {
        var target = new System.Text.Json.Nodes.JsonObject { ["Id"] = ServiceProbe.Outsider, ["Type"] = "ACCOUNT" };
        _probe.Organizations("InviteAccountToOrganization", new() { ["Target"] = target });

        Approve(ServiceProbe.Outsider);

        var joined = _probe.Organization.Accounts[^1];
        Assert.Equal((ServiceProbe.Outsider, "INVITED"), (joined.Id, joined.JoinedMethod));
    }

    private void Approve(string account) => Accept(Received(account), account);

    private void Accept(string? handshake, string account) => _probe.Organizations("AcceptHandshake", new() { ["HandshakeId"] = handshake }, account);

    private string? Received(string account) =>
        (string?)Assert.Single(_probe.Organizations("ListHandshakesForAccount", account: account)["Handshakes"]!.AsArray())!["Id"];

    private string? State(string? handshake) =>
        (string?)_probe.Organizations("DescribeHandshake", new() { ["HandshakeId"] = handshake })["Handshake"]!["State"];
}
