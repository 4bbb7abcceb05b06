using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Sns;

/// <summary>Amazon SNS: topics and their policies. Nothing is published.</summary>
/// <param name="context">The sandbox.</param>
public sealed class SnsService(SandboxContext context)
    : QueryService("sns", "http://sns.amazonaws.com/doc/2010-03-31/", context.State, Operations(context))
{
    private static Dictionary<string, Func<ServiceCall, IReadOnlyDictionary<string, string>, XElement[]?>> Operations(SandboxContext context)
    {
        var topics = new TopicOperations(context.State);
        var tags = new TopicTagOperations(context.State);
        return new(StringComparer.Ordinal)
        {
            ["CreateTopic"] = topics.Create,
            ["DeleteTopic"] = topics.Delete,
            ["GetTopicAttributes"] = topics.GetAttributes,
            ["SetTopicAttributes"] = topics.SetAttribute,
            ["ListTopics"] = topics.List,
            ["ListSubscriptionsByTopic"] = topics.ListSubscriptions,
            ["ListTagsForResource"] = tags.List,
            ["TagResource"] = tags.Tag,
            ["UntagResource"] = tags.Untag,
        };
    }
}
