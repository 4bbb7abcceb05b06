using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.Iam;

/// <summary>The policies of a role.</summary>
internal sealed class RolePolicyOperations(SandboxContext context)
{
    private readonly RoleStore _desk = new(context);

    public XElement[]? Put(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var role = _desk.FindOwn(call, input);
        role.InlinePolicies[RoleInput.Name(input, "PolicyName")] = RoleInput.Policy(input, "PolicyDocument");
        return null;
    }

    public XElement[]? Get(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var role = _desk.Find(call, input);
        var name = RoleInput.Name(input, "PolicyName");
        return role.InlinePolicies.TryGetValue(name, out var text)
            ? [new("RoleName", role.Name), new("PolicyName", name), new("PolicyDocument", RoleShapes.PolicyText(text))]
            : throw IamErrors.NoSuchRolePolicy(name);
    }

    public XElement[]? Delete(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var role = _desk.FindOwn(call, input);
        var name = RoleInput.Name(input, "PolicyName");
        return role.InlinePolicies.Remove(name) ? null : throw IamErrors.NoSuchRolePolicy(name);
    }

    public XElement[]? List(ServiceCall call, IReadOnlyDictionary<string, string> input) =>
        IamPages.Page(input, "PolicyNames", _desk.Find(call, input).InlinePolicies.Keys.Order(StringComparer.Ordinal));

    public XElement[]? Attach(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var role = _desk.FindOwn(call, input);
        var arn = input.Required("PolicyArn");
        if (!role.AttachedPolicies.Contains(arn)) role.AttachedPolicies.Add(arn);
        return null;
    }

    public XElement[]? Detach(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var arn = input.Required("PolicyArn");
        return _desk.FindOwn(call, input).AttachedPolicies.Remove(arn)
            ? null
            : throw new AwsErrorException("NoSuchEntity", $"Policy {arn} was not found.", 404);
    }

    public XElement[]? ListAttached(ServiceCall call, IReadOnlyDictionary<string, string> input) =>
        IamPages.Page(input, "AttachedPolicies", _desk.Find(call, input).AttachedPolicies.Select(arn =>
            new[] { new XElement("PolicyName", Arn.Find(arn)?.ResourceName ?? arn), new XElement("PolicyArn", arn) }));
}
