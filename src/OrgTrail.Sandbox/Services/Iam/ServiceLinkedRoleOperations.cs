using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Iam;

/// <summary>Service-linked roles.</summary>
internal sealed class ServiceLinkedRoleOperations(SandboxContext context)
{
    private readonly RoleStore _desk = new(context);

    public XElement[]? Create(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var service = input.Required("AWSServiceName");
        if (!ServiceLinkedRoles.IsKnown(service))
            throw new AwsErrorException("InvalidInput", $"Service-Linked Role for service {service} is not available: the sandbox knows those of CloudTrail and Organizations.");
        if (ServiceLinkedRoles.Find(context.State, call.AccountId, service) is { } existing)
            throw new AwsErrorException("InvalidInput", $"Service role name {existing.Name} has been taken in this account, please try a different suffix.");
        var role = ServiceLinkedRoles.Ensure(context, call.AccountId, service);
        role.Description = input.GetValueOrDefault("Description");
        return [RoleShapes.Role(role, call.Region)];
    }

    // Whether the service still uses the role is not asked: see RoleDeletions.
    public XElement[]? Delete(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var role = _desk.Find(call, input);
        if (!ServiceLinkedRoles.IsServiceLinked(role))
            throw new AwsErrorException("InvalidInput", $"The role with name {role.Name} is not a service-linked role.");
        context.State.Iam.Roles.Remove(role);
        var task = $"task{role.Path}{role.Name}/{RandomText.Next(context.Random, RandomText.LowerCase, 32)}";
        context.State.Iam.RoleDeletions[task] = role.Name;
        return [new("DeletionTaskId", task)];
    }

    public XElement[]? GetDeletionStatus(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var task = input.Required("DeletionTaskId");
        return context.State.Iam.RoleDeletions.ContainsKey(task)
            ? [new("Status", "SUCCEEDED")]
            : throw new AwsErrorException("NoSuchEntity", $"The deletion task {task} cannot be found.", 404);
    }
}
