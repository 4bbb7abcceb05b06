using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>AWS Organizations.</summary>
/// <param name="context">The sandbox.</param>
public sealed class OrganizationsService(SandboxContext context) : JsonService("organizations", context.State, Operations(context))
{
    private static Dictionary<string, Func<ServiceCall, JsonObject, JsonObject?>> Operations(SandboxContext context)
    {
        var store = new OrganizationStore(context);
        IOperationGroup[] groups =
        [
            new OrganizationOperations(store),
            new AccountOperations(store),
            new AccountCreationOperations(store),
            new MembershipOperations(store),
            new TreeOperations(store),
            new UnitOperations(store),
            new PolicyOperations(store),
            new FeatureOperations(store),
            new HandshakeOperations(store),
            new TrustedAccessOperations(store),
            new DelegationOperations(store),
            new OrganizationTagOperations(store),
        ];
        return new(groups.SelectMany(group => group.Operations), StringComparer.Ordinal);
    }
}
