using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Sns;

/// <summary>The tags of topics.</summary>
internal sealed class TopicTagOperations(SandboxState state)
{
    private readonly TopicStore _desk = new(state);

    public XElement[]? List(ServiceCall call, IReadOnlyDictionary<string, string> input) => [QueryShapes.Tags(Find(call, input).Tags)];

    public XElement[]? Tag(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var topic = Find(call, input);
        foreach (var (key, value) in input.Pairs("Tags")) topic.Tags[key] = value;
        return [];
    }

    public XElement[]? Untag(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var topic = Find(call, input);
        foreach (var key in input.List("TagKeys")) topic.Tags.Remove(key);
        return [];
    }

    private SandboxTopic Find(ServiceCall call, IReadOnlyDictionary<string, string> input) =>
        _desk.Find(call, input.Required("ResourceArn", "InvalidParameter"), "ResourceNotFound");
}
