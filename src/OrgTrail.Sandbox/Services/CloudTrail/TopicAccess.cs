using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>Whether a trail's SNS topic is there and lets CloudTrail publish.</summary>
internal sealed class TopicAccess(SandboxState state, CloudTrailCalls calls)
{
    // Topics that keep an order are none for CloudTrail.
    private const string Fifo = ".fifo";

    /// <summary>The ARN of the topic that a caller names; a name means one of its own in the called Region.</summary>
    public static string Resolve(string asked, Caller caller) => asked.StartsWith("arn:", StringComparison.Ordinal)
        ? Arn.Find(asked) is { Service: "sns", Resource: { Length: > 0 } name } && !name.EndsWith(Fifo, StringComparison.Ordinal) ? asked : throw TrailRefusals.InvalidTopicName($"SNS topic ARN {asked} is not valid.")
        : $"arn:{Partition.OfRegion(caller.Region)}:sns:{caller.Region}:{caller.AccountId}:{RequireName(asked)}";

    /// <summary>CloudTrail user guide, "Amazon SNS topic policy for CloudTrail": the service principal needs SNS:Publish.</summary>
    public bool Allows(SandboxTrail trail, string topicArn) =>
        state.Sns.Topics.Find(topic => topic.Arn == topicArn) is { } topic
        && CloudTrailCalls.Allows(topic.Policy, "sns:Publish", topicArn, calls.Context(trail));

    private static string RequireName(string name) => !name.EndsWith(Fifo, StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        ? name
        : throw TrailRefusals.InvalidTopicName($"SNS topic name {name} is not valid.");
}
