using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Tags of accounts, organizational units and the root.</summary>
internal sealed class OrganizationTagOperations(OrganizationStore store) : IOperationGroup
{
    /// <summary>"50 tags per resource" (AWS Organizations user guide, Quotas).</summary>
    private const int Limit = 50;

    public OperationTable Operations => new()
    {
        ["ListTagsForResource"] = List,
        ["TagResource"] = Tag,
        ["UntagResource"] = Untag,
    };

    private JsonObject List(ServiceCall call, JsonObject input)
    {
        var tags = Find(store.Access.Administrator(call), input);
        return store.Pages.Page(call, input, "Tags", tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).ToList(), tag => new JsonObject
        {
            ["Key"] = tag.Key,
            ["Value"] = tag.Value,
        });
    }

    private JsonObject? Tag(ServiceCall call, JsonObject input)
    {
        var tags = Find(store.Access.Management(call), input);
        var added = input.Tags();
        if (tags.Keys.Union(added.Keys).Count() > Limit)
            throw OrganizationErrors.Constraint("MAX_TAG_LIMIT_EXCEEDED", "You have exceeded the number of tags allowed on this resource.");
        foreach (var (key, value) in added) tags[key] = value;
        return null;
    }

    private JsonObject? Untag(ServiceCall call, JsonObject input)
    {
        var tags = Find(store.Access.Management(call), input);
        foreach (var key in input.Texts("TagKeys") ?? []) tags.Remove(key);
        return null;
    }

    private static Dictionary<string, string> Find(SandboxOrganization organization, JsonObject input)
    {
        var id = input.Required("ResourceId", OrganizationPatterns.Target());
        if (organization.Account(id) is { } account) return account.Tags;
        if (!organization.HasParent(id)) throw OrganizationErrors.TargetNotFound();
        if (!organization.Tags.TryGetValue(id, out var tags)) organization.Tags[id] = tags = [];
        return tags;
    }
}
