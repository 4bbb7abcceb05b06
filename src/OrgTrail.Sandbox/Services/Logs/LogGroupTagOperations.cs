using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Logs;

/// <summary>The tags of log groups.</summary>
internal sealed class LogGroupTagOperations(SandboxState state)
{
    public JsonObject? List(ServiceCall call, JsonObject input)
    {
        var tags = new JsonObject();
        foreach (var (key, value) in Find(call, input).Tags) tags[key] = value;
        return new JsonObject { ["tags"] = tags };
    }

    public JsonObject? Tag(ServiceCall call, JsonObject input)
    {
        var group = Find(call, input);
        foreach (var (key, value) in LogGroupInput.Tags(input)) group.Tags[key] = value;
        return null;
    }

    public JsonObject? Untag(ServiceCall call, JsonObject input)
    {
        var group = Find(call, input);
        foreach (var key in input.Texts("tagKeys") ?? []) group.Tags.Remove(key);
        return null;
    }

    // Both forms of the ARN are in use, with and without the ":*" behind it.
    private SandboxLogGroup Find(ServiceCall call, JsonObject input)
    {
        var arn = input.Text("resourceArn") ?? throw LogGroupInput.Invalid("resourceArn must not be null.");
        var bare = arn.EndsWith(":*", StringComparison.Ordinal) ? arn[..^2] : arn;
        return state.Logs.LogGroups.Find(group => group.Arn == bare && group.AccountId == call.AccountId)
            ?? throw new AwsErrorException("ResourceNotFoundException", "The specified resource does not exist.");
    }
}
