using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Sns;

/// <summary>Topics.</summary>
internal sealed partial class TopicOperations(SandboxState state)
{
    /// <summary>"Each call returns up to 100 topics" (SNS API reference, ListTopics).</summary>
    private const int PageSize = 100;

    private readonly TopicStore _desk = new(state);

    public XElement[]? Create(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var arn = TopicStore.Arn(call, Name(input));
        var tags = input.Pairs("Tags");
        if (state.Sns.Topics.Find(topic => topic.Arn == arn) is { } existing)
        {
            if (tags.Count > 0 && !tags.OrderBy(tag => tag.Key).SequenceEqual(existing.Tags.OrderBy(tag => tag.Key)))
                throw new AwsErrorException("InvalidParameter", "Invalid parameter: Tags Reason: Topic already exists with different tags");
        }
        else
        {
            var created = new SandboxTopic { Arn = arn, Policy = TopicAttributes.DefaultPolicy(call, arn), Tags = tags };
            foreach (var (name, value) in input.Pairs("Attributes", "entry", "key", "value")) TopicAttributes.Set(created, name, value);
            state.Sns.Topics.Add(created);
        }

        return [new("TopicArn", arn)];
    }

    // Deleting what is not there succeeds (SNS API reference, DeleteTopic).
    public XElement[]? Delete(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var arn = input.Required("TopicArn", "InvalidParameter");
        if (state.Sns.Topics.Exists(topic => topic.Arn == arn)) state.Sns.Topics.Remove(_desk.Find(call, arn));
        return null;
    }

    public XElement[]? GetAttributes(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var topic = _desk.Find(call, input.Required("TopicArn", "InvalidParameter"));
        return [new("Attributes", TopicAttributes.All(call, topic).Select(attribute =>
            new XElement("entry", new XElement("key", attribute.Key), new XElement("value", attribute.Value))))];
    }

    public XElement[]? SetAttribute(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var topic = _desk.Find(call, input.Required("TopicArn", "InvalidParameter"));
        TopicAttributes.Set(topic, input.Required("AttributeName", "InvalidParameter"), input.GetValueOrDefault("AttributeValue") ?? "");
        return null;
    }

    public XElement[]? List(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        var own = state.Sns.Topics.Where(topic => topic.Arn.StartsWith(TopicStore.Arn(call, ""), StringComparison.Ordinal)).ToList();
        var start = input.GetValueOrDefault("NextToken") is { Length: > 0 } token ? Start(token) : 0;
        var list = QueryShapes.List("Topics", own.Skip(start).Take(PageSize).Select(topic => new XElement("TopicArn", topic.Arn)));
        return own.Count - PageSize > start ? [list, new("NextToken", start + PageSize)] : [list];
    }

    // Nobody can subscribe here; Terraform asks.
    public XElement[]? ListSubscriptions(ServiceCall call, IReadOnlyDictionary<string, string> input)
    {
        _desk.Find(call, input.Required("TopicArn", "InvalidParameter"));
        return [new("Subscriptions")];
    }

    private static string Name(IReadOnlyDictionary<string, string> input)
    {
        var name = input.Required("Name", "InvalidParameter");
        return Names().IsMatch(name) ? name : throw new AwsErrorException("InvalidParameter", "Invalid parameter: Topic Name");
    }

    private static int Start(string token) => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
        ? start
        : throw new AwsErrorException("InvalidParameter", "Invalid parameter: NextToken");

    [GeneratedRegex(@"^(?=.{1,256}\z)[A-Za-z0-9_-]+(\.fifo)?\z")]
    private static partial Regex Names();
}
