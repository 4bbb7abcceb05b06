using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>AddTags, RemoveTags and ListTags. Resources are named by ARN only.</summary>
internal sealed class TrailTagOperations(SandboxState state, TrailRegister register)
{
    private const int MostResources = 20;

    public JsonObject? Add(ServiceCall call, JsonObject body)
    {
        TrailTags.Add(FindToChange(call, body), body.Objects("TagsList") ?? throw TrailRefusals.InvalidTag("TagsList is missing."));
        return null;
    }

    /// <summary>Tags are found by their keys alone.</summary>
    public JsonObject? Remove(ServiceCall call, JsonObject body)
    {
        var trail = FindToChange(call, body);
        foreach (var (key, _) in (body.Objects("TagsList") ?? throw TrailRefusals.InvalidTag("TagsList is missing.")).Select(TrailTags.Read))
            trail.Tags.Remove(key);
        return null;
    }

    public JsonObject List(ServiceCall call, JsonObject body)
    {
        var arns = body.Texts("ResourceIdList") ?? [];
        if (arns.Count is 0 or > MostResources)
            throw TrailRefusals.InvalidParameter($"ResourceIdList must have 1 to {MostResources} ARNs.");
        var caller = Caller.Of(state, call);
        return new JsonObject
        {
            ["ResourceTagList"] = new JsonArray([.. arns.Select(arn => Entry(Find(caller, arn)))]),
        };
    }

    private static JsonObject Entry(SandboxTrail trail) => new()
    {
        ["ResourceId"] = trail.Arn,
        ["TagsList"] = TrailTags.ToJson(trail),
    };

    private SandboxTrail FindToChange(ServiceCall call, JsonObject body)
    {
        var caller = Caller.Of(state, call);
        return register.FindToChange(caller, Find(caller, body.Text("ResourceId") ?? "").Arn);
    }

    private SandboxTrail Find(Caller caller, string arn)
    {
        var resource = Arn.Find(arn) is { Service: "cloudtrail", Resource: var last } ? last[..Math.Max(last.IndexOf('/', StringComparison.Ordinal), 0)] : "";
        return resource switch
        {
            "trail" => register.TryFind(caller, arn) ?? throw TrailRefusals.ResourceNotFound(arn),
            "eventdatastore" => throw TrailRefusals.Of("EventDataStoreNotFound", $"Event data store {arn} is not found."),
            "channel" => throw TrailRefusals.Of("ChannelNotFound", $"Channel {arn} is not found."),
            _ => throw TrailRefusals.InvalidArn(arn),
        };
    }
}
