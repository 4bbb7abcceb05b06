using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Tests.Services.Organizations;

public sealed class TreeTests
{
    private const string Root = "r-exam";
    private readonly ServiceProbe _probe = ServiceProbe.WithOrganization(members: ServiceProbe.Member);

    [Fact]
    public void Accounts_move_between_units()
    {
        var unit = Create("security");
        _probe.Organizations("MoveAccount", Move(Root, unit));

        Assert.Equal(unit, Id(_probe.Organizations("ListParents", new() { ["ChildId"] = ServiceProbe.Member }), "Parents"));
        Assert.Equal(ServiceProbe.Member, Id(_probe.Organizations("ListAccountsForParent", new() { ["ParentId"] = unit }), "Accounts"));
        Assert.Equal(ServiceProbe.Management, Id(Children(Root, "ACCOUNT"), "Children"));
        Assert.Equal(unit, Id(Children(Root, "ORGANIZATIONAL_UNIT"), "Children"));
        Assert.Equal($"o-exampleorgid/r-exam/{unit}/222222222222/", (string?)_probe.Organizations("ListAccounts")["Accounts"]![1]!["Paths"]![0]);
    }

    [Fact]
    public void A_move_must_say_where_from_and_where_to()
    {
        var unit = Create("security");

        Assert.Equal("SourceParentNotFoundException", _probe.Refusal("MoveAccount", Move(unit, Root)).Code);
        Assert.Equal("DestinationParentNotFoundException", _probe.Refusal("MoveAccount", Move(Root, "ou-exam-00000000")).Code);
        Assert.Equal("DuplicateAccountException", _probe.Refusal("MoveAccount", Move(Root, Root)).Code);
    }

    [Fact]
    public void Names_are_unique_among_siblings()
    {
        var unit = Create("security");

        Assert.Equal("DuplicateOrganizationalUnitException", _probe.Refusal("CreateOrganizationalUnit", new() { ["ParentId"] = Root, ["Name"] = "security" }).Code);
        Assert.Matches("^ou-exam-[a-z0-9]{8}$", Create("security", unit));
    }

    [Fact]
    public void Units_are_five_deep_at_most()
    {
        var unit = Root;
        for (var level = 0; level < 5; level++) unit = Create("unit", unit);

        Assert.Equal("OU_DEPTH_LIMIT_EXCEEDED", (string?)_probe.Refusal("CreateOrganizationalUnit", new() { ["ParentId"] = unit, ["Name"] = "deeper" }).Members["Reason"]);
    }

    [Fact]
    public void A_unit_is_deleted_when_it_is_empty()
    {
        var unit = Create("security");
        _probe.Organizations("MoveAccount", Move(Root, unit));
        Assert.Equal("OrganizationalUnitNotEmptyException", _probe.Refusal("DeleteOrganizationalUnit", Unit(unit)).Code);

        _probe.Organizations("MoveAccount", Move(unit, Root));
        _probe.Organizations("DeleteOrganizationalUnit", Unit(unit));

        Assert.Equal("OrganizationalUnitNotFoundException", _probe.Refusal("DescribeOrganizationalUnit", Unit(unit)).Code);
    }

    [Fact]
    public void A_unit_is_renamed()
    {
        var unit = Unit(Create("security"));
        unit["Name"] = "audit";
        _probe.Organizations("UpdateOrganizationalUnit", unit);

        var listed = Assert.Single(_probe.Organizations("ListOrganizationalUnitsForParent", new() { ["ParentId"] = Root })["OrganizationalUnits"]!.AsArray())!;
        Assert.Equal("audit", (string?)listed["Name"]);
    }

    [Fact]
    public void Units_in_a_circle_end_somewhere()
    {
        _probe.Organization.OrganizationalUnits.Add(new() { Id = "ou-exam-00000000", Name = "circle", ParentId = "ou-exam-00000000" });

        Assert.Equal("OU_DEPTH_LIMIT_EXCEEDED", (string?)_probe.Refusal(
            "CreateOrganizationalUnit", new() { ["ParentId"] = "ou-exam-00000000", ["Name"] = "deeper" }).Members["Reason"]);
    }

    [Fact]
    public void Unknown_parents_and_children_are_refused()
    {
        Assert.Equal("ParentNotFoundException", _probe.Refusal("ListAccountsForParent", new() { ["ParentId"] = "r-none" }).Code);
        Assert.Equal("ChildNotFoundException", _probe.Refusal("ListParents", new() { ["ChildId"] = ServiceProbe.Outsider }).Code);
    }

    private string Create(string name, string parent = Root) =>
        (string)_probe.Organizations("CreateOrganizationalUnit", new() { ["ParentId"] = parent, ["Name"] = name })["OrganizationalUnit"]!["Id"]!;

    private JsonObject Children(string parent, string type) => _probe.Organizations("ListChildren", new() { ["ParentId"] = parent, ["ChildType"] = type });

    private static string? Id(JsonObject answer, string list) => (string?)Assert.Single(answer[list]!.AsArray())!["Id"];

    private static JsonObject Unit(string id) => new() { ["OrganizationalUnitId"] = id };

    private static JsonObject Move(string from, string to) =>
        new() { ["AccountId"] = ServiceProbe.Member, ["SourceParentId"] = from, ["DestinationParentId"] = to };
}
