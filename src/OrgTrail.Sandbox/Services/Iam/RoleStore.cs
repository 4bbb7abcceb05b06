using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Iam;

/// <summary>Finds the role that a call names, in the caller's account.</summary>
internal sealed class RoleStore(SandboxContext context)
{
    /// <summary>The role.</summary>
    public SandboxRole Find(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var name = RoleInput.Name(input);
        return AccountRoles.Find(context.State, call.AccountId, name) ?? throw IamErrors.NoSuchRole(name);
    }

    /// <summary>The role, if the account itself may change it.</summary>
    public SandboxRole FindOwn(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var role = Find(call, input);
        return ServiceLinkedRoles.IsServiceLinked(role) ? throw IamErrors.Unmodifiable(role.Name) : role;
    }
}
