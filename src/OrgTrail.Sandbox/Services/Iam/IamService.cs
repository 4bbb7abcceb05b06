using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Iam;

/// <summary>AWS IAM: the roles of each account.</summary>
/// <param name="context">The sandbox.</param>
public sealed class IamService(SandboxContext context)
    : QueryService("iam", "https://iam.amazonaws.com/doc/2010-05-08/", context.State, Operations(context))
{
    private static Dictionary<string, Func<ServiceCall, IReadOnlyDictionary<string, string>, XElement[]?>> Operations(SandboxContext context)
    {
        var roles = new RoleOperations(context);
        var policies = new RolePolicyOperations(context);
        var linked = new ServiceLinkedRoleOperations(context);
        return new(StringComparer.Ordinal)
        {
            ["CreateRole"] = roles.Create,
            ["GetRole"] = roles.Get,
            ["ListRoles"] = roles.List,
            ["UpdateRole"] = roles.Update,
            ["UpdateAssumeRolePolicy"] = roles.UpdateTrust,
            ["DeleteRole"] = roles.Delete,
            ["TagRole"] = roles.Tag,
            ["UntagRole"] = roles.Untag,
            ["ListRoleTags"] = roles.ListTags,
            ["ListInstanceProfilesForRole"] = roles.ListInstanceProfiles,
            ["PutRolePolicy"] = policies.Put,
            ["GetRolePolicy"] = policies.Get,
            ["DeleteRolePolicy"] = policies.Delete,
            ["ListRolePolicies"] = policies.List,
            ["AttachRolePolicy"] = policies.Attach,
            ["DetachRolePolicy"] = policies.Detach,
            ["ListAttachedRolePolicies"] = policies.ListAttached,
            ["CreateServiceLinkedRole"] = linked.Create,
            ["DeleteServiceLinkedRole"] = linked.Delete,
            ["GetServiceLinkedRoleDeletionStatus"] = linked.GetDeletionStatus,
        };
    }
}
