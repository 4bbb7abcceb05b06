using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>PutEventSelectors and GetEventSelectors. Each Put replaces everything; basic and advanced exclude each other.</summary>
internal sealed class EventSelectorOperations(SandboxState state, TrailRegister register)
{
    // CloudTrail user guide, "Logging management events": what a trail logs that nobody gave selectors.
    private const string Default = """
        [{"Name":"Management events selector","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}]
        """;

    public JsonObject Put(ServiceCall call, JsonObject body)
    {
        var trail = register.FindToChange(Caller.Of(state, call), body.Text("TrailName"));
        var basic = body.Objects("EventSelectors");
        var advanced = body.Objects("AdvancedEventSelectors");
        if ((basic is null) == (advanced is null))
            throw TrailRefusals.InvalidEventSelectors("Specify either EventSelectors or AdvancedEventSelectors.");
        trail.EventSelectors = basic is null ? null : BasicSelectors.Read(basic);
        trail.AdvancedEventSelectors = advanced is null ? null : AdvancedSelectors.Read(advanced);
        return Answer(trail);
    }

    public JsonObject Get(ServiceCall call, JsonObject body) =>
        Answer(register.Find(Caller.Of(state, call), body.Text("TrailName")));

    private static JsonObject Answer(SandboxTrail trail) => trail.EventSelectors is { } basic
        ? new JsonObject { ["TrailARN"] = trail.Arn, ["EventSelectors"] = basic.DeepClone() }
        : new JsonObject { ["TrailARN"] = trail.Arn, ["AdvancedEventSelectors"] = trail.AdvancedEventSelectors?.DeepClone() ?? JsonNode.Parse(Default) };
}
