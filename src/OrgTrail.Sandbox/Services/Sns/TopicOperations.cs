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
        var created = new SandboxTopic { Arn = arn, Policy = TopicAttributes.DefaultPolicy(call, arn), Tags = tags };
        var attributes = input.Pairs("Attributes", "entry", "key", "value");
        foreach (var (name, value) in attributes) TopicAttributes.Set(created, name, value);
        if (arn.EndsWith(".fifo", StringComparison.Ordinal) != (attributes.GetValueOrDefault("FifoTopic") == "true"))
            throw new AwsErrorException("InvalidParameter", "Invalid parameter: Topic Name");
        if (state.Sns.Topics.Find(topic => topic.Arn == arn) is { } existing) RequireSame(existing, created, attributes.Keys);
        else state.Sns.Topics.Add(created);

        return [new("TopicArn", arn)];
    }

    // Recorded from AWS in October 2025 and February 2026: the same, fewer or no tags and attributes give the topic that is there.
    private static void RequireSame(SandboxTopic existing, SandboxTopic asked, IEnumerable<string> names)
    {
        if (asked.Tags.Any(tag => existing.Tags.GetValueOrDefault(tag.Key) != tag.Value))
            throw new AwsErrorException("InvalidParameter", "Invalid parameter: Tags Reason: Topic already exists with different tags");
        if (names.Any(name => name == "Policy" ? asked.Policy != existing.Policy : asked.Attributes.GetValueOrDefault(name) != existing.Attributes.GetValueOrDefault(name)))
            throw new AwsErrorException("InvalidParameter", "Invalid parameter: Attributes Reason: Topic already exists with different attributes");
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
