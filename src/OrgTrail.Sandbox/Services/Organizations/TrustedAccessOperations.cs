using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Trusted access of AWS services to the organization.</summary>
internal sealed class TrustedAccessOperations(OrganizationStore store) : IOperationGroup
{
    public OperationTable Operations => new()
    {
        ["EnableAWSServiceAccess"] = Enable,
        ["DisableAWSServiceAccess"] = Disable,
        ["ListAWSServiceAccessForOrganization"] = List,
    };

    private JsonObject? Enable(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.AllFeatures(call);
        organization.TrustedServices.TryAdd(ServicePrincipals.Read(input), store.Now);
        return null;
    }

    private JsonObject? Disable(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.AllFeatures(call);
        var principal = ServicePrincipals.Read(input);
        if (organization.TrustedServices.Remove(principal) && principal == ServicePrincipals.CloudTrail)
            OrganizationTrails.TurnIntoAccountTrails(store.Context.State);
        return null;
    }

    private JsonObject List(ServiceCall call, JsonObject input)
    {
        var organization = OrganizationAccess.WithAllFeatures(store.Access.Administrator(call));
        var services = organization.TrustedServices.OrderBy(service => service.Key, StringComparer.Ordinal).ToList();
        return store.Pages.Page(call, input, "EnabledServicePrincipals", services, service => new JsonObject
        {
            ["ServicePrincipal"] = service.Key,
            ["DateEnabled"] = JsonMembers.Seconds(service.Value),
        });
    }
}
