using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Organizational units.</summary>
internal sealed class UnitOperations(OrganizationStore store) : IOperationGroup
{
    public OperationTable Operations => new()
    {
        ["CreateOrganizationalUnit"] = Create,
        ["DescribeOrganizationalUnit"] = Describe,
        ["UpdateOrganizationalUnit"] = Rename,
        ["DeleteOrganizationalUnit"] = Delete,
    };

    private JsonObject Create(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Management(call);
        var parent = input.Required("ParentId", OrganizationPatterns.Parent());
        var name = input.Required("Name", OrganizationPatterns.UnitName());
        var tags = input.Tags();
        if (!organization.HasParent(parent)) throw OrganizationErrors.ParentNotFound();
        if (organization.Level(parent) == OrganizationQuestions.DeepestLevel)
            throw OrganizationErrors.Constraint("OU_DEPTH_LIMIT_EXCEEDED", "You have exceeded the number of levels allowed for organizational units.");
        CheckName(organization, parent, name);
        var unit = new SandboxOrganizationalUnit { Id = $"ou-{organization.RootId[2..]}-{store.NewId(8)}", Name = name, ParentId = parent };
        organization.OrganizationalUnits.Add(unit);
        if (tags.Count > 0) organization.Tags[unit.Id] = tags;
        return Answer(call, organization, unit);
    }

    private JsonObject Describe(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        return Answer(call, organization, Find(organization, input));
    }

    private JsonObject Rename(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Management(call);
        var unit = Find(organization, input);
        if (input.Text("Name") is not null)
        {
            var name = input.Required("Name", OrganizationPatterns.UnitName());
            if (name != unit.Name) CheckName(organization, unit.ParentId, name);
            unit.Name = name;
        }

        return Answer(call, organization, unit);
    }

    private JsonObject? Delete(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Management(call);
        var unit = Find(organization, input);
        if (organization.Accounts.Exists(account => account.ParentId == unit.Id) || organization.OrganizationalUnits.Exists(child => child.ParentId == unit.Id))
            throw new AwsErrorException("OrganizationalUnitNotEmptyException", "The organizational unit has accounts or organizational units in it.");
        organization.OrganizationalUnits.Remove(unit);
        organization.Tags.Remove(unit.Id);
        return null;
    }

    private JsonObject Answer(ServiceCall call, SandboxOrganization organization, SandboxOrganizationalUnit unit) =>
        new() { ["OrganizationalUnit"] = store.Shapes.Unit(call, organization, unit) };

    private static SandboxOrganizationalUnit Find(SandboxOrganization organization, JsonObject input) =>
        organization.Unit(input.Required("OrganizationalUnitId", OrganizationPatterns.Unit())) ?? throw OrganizationErrors.UnitNotFound();

    private static void CheckName(SandboxOrganization organization, string parent, string name)
    {
        if (organization.OrganizationalUnits.Exists(unit => unit.ParentId == parent && unit.Name == name))
            throw new AwsErrorException("DuplicateOrganizationalUnitException", "An organizational unit with the same name already exists.");
    }
}
