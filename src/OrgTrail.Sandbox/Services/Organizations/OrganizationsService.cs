using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>AWS Organizations.</summary>
/// <param name="context">The sandbox.</param>
public sealed class OrganizationsService(SandboxContext context) : JsonService("organizations", context.State, Operations(context))
{
    private static Dictionary<string, Func<ServiceCall, JsonObject, JsonObject?>> Operations(SandboxContext context)
    {
        var desk = new OrganizationDesk(context);
        IOperationGroup[] groups =
        [
            new OrganizationOperations(desk),
            new AccountOperations(desk),
            new AccountCreationOperations(desk),
            new MembershipOperations(desk),
            new TreeOperations(desk),
            new UnitOperations(desk),
            new PolicyOperations(desk),
            new FeatureOperations(desk),
            new HandshakeOperations(desk),
            new TrustedAccessOperations(desk),
            new DelegationOperations(desk),
            new TagOperations(desk),
        ];
        return new(groups.SelectMany(group => group.Operations), StringComparer.Ordinal);
    }
}
