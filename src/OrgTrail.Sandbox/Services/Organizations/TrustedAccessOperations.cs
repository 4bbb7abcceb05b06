using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Trusted access of AWS services to the organization.</summary>
internal sealed class TrustedAccessOperations(OrganizationDesk desk) : IOperationGroup
{
    public OperationTable Operations => new()
    {
        ["EnableAWSServiceAccess"] = Enable,
        ["DisableAWSServiceAccess"] = Disable,
        ["ListAWSServiceAccessForOrganization"] = List,
    };

    private JsonObject? Enable(ServiceCall call, JsonObject input)
    {
        var organization = desk.Access.AllFeatures(call);
        organization.TrustedServices.TryAdd(ServicePrincipals.Read(input), desk.Now);
        return null;
    }

    private JsonObject? Disable(ServiceCall call, JsonObject input)
    {
        var organization = desk.Access.AllFeatures(call);
        var principal = ServicePrincipals.Read(input);
        if (organization.TrustedServices.Remove(principal) && principal == ServicePrincipals.CloudTrail)
            OrganizationTrails.TurnIntoAccountTrails(desk.Context.State);
        return null;
    }

    private JsonObject List(ServiceCall call, JsonObject input)
    {
        var organization = OrganizationAccess.WithAllFeatures(desk.Access.Administrator(call));
        var services = organization.TrustedServices.OrderBy(service => service.Key, StringComparer.Ordinal).ToList();
        return desk.Pages.Page(call, input, "EnabledServicePrincipals", services, service => new JsonObject
        {
            ["ServicePrincipal"] = service.Key,
            ["DateEnabled"] = JsonMembers.Seconds(service.Value),
        });
    }
}
