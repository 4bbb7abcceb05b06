using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Iam;

/// <summary>Roles.</summary>
internal sealed class RoleOperations(SandboxContext context)
{
    private readonly RoleStore _desk = new(context);

    public XElement[]? Create(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var name = RoleInput.Name(input);
        var trust = TrustPolicy.Require(RoleInput.Policy(input, "AssumeRolePolicyDocument"));
        var path = RoleInput.Path(input);
        if (AccountRoles.Find(context.State, call.AccountId, name) is not null)
            throw new AwsErrorException("EntityAlreadyExists", $"Role with name {name} already exists.", 409);
        var role = new SandboxRole
        {
            AccountId = call.AccountId,
            Name = name,
            Id = AccountRoles.NewId(context),
            Path = path,
            AssumeRolePolicyDocument = trust,
            Description = input.GetValueOrDefault("Description"),
            MaxSessionDuration = RoleInput.MaxSessionDuration(input),
            CreateDate = context.Clock.Now,
            Tags = input.Pairs("Tags"),
        };
        context.State.Iam.Roles.Add(role);
        return [RoleShapes.Role(role, call.Region)];
    }

    public XElement[]? Get(ServiceCall call, IReadOnlyDictionary<string, string> input) => [RoleShapes.Role(_desk.Find(call, input), call.Region)];

    public XElement[]? List(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var prefix = input.GetValueOrDefault("PathPrefix") ?? "/";
        var roles = context.State.Iam.Roles
            .Where(role => role.AccountId == call.AccountId && role.Path.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(role => role.Name, StringComparer.Ordinal);
        return IamPages.Page(input, "Roles", roles.Select(role => (object)RoleShapes.Members(role, call.Region)));
    }

    public XElement[]? Update(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var role = _desk.FindOwn(call, input);
        if (input.TryGetValue("Description", out var description)) role.Description = description;
        if (input.ContainsKey("MaxSessionDuration")) role.MaxSessionDuration = RoleInput.MaxSessionDuration(input);
        return [];
    }

    public XElement[]? UpdateTrust(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var role = _desk.FindOwn(call, input);
        role.AssumeRolePolicyDocument = TrustPolicy.Require(RoleInput.Policy(input, "PolicyDocument"));
        return null;
    }

    public XElement[]? Delete(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var role = _desk.FindOwn(call, input);
        if (role.AttachedPolicies.Count > 0) throw IamErrors.DeleteConflict("detach all policies");
        if (role.InlinePolicies.Count > 0) throw IamErrors.DeleteConflict("delete policies");
        context.State.Iam.Roles.Remove(role);
        return null;
    }

    public XElement[]? Tag(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var role = _desk.FindOwn(call, input);
        foreach (var (key, value) in input.Pairs("Tags")) role.Tags[key] = value;
        return null;
    }

    public XElement[]? Untag(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var role = _desk.FindOwn(call, input);
        foreach (var key in input.List("TagKeys")) role.Tags.Remove(key);
        return null;
    }

    public XElement[]? ListTags(ServiceCall call, IReadOnlyDictionary<string, string> input) =>
        [QueryShapes.Tags(_desk.Find(call, input).Tags), new("IsTruncated", false)];

    // There are no instance profiles here; Terraform asks before it deletes a role.
    public XElement[]? ListInstanceProfiles(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        _desk.Find(call, input);
        return IamPages.Page(input, "InstanceProfiles", []);
    }
}
