using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>How an organization trail uses an SNS topic: all that the topic's policy depends on.</summary>
/// <remarks>Made by <see cref="For"/>, so that every part keeps its rule.</remarks>
internal sealed record TrailTopicUse
{
    internal const string Publish = "sns:Publish";

    private TrailTopicUse(string topicArn, TrailArn trail)
    {
        TopicArn = topicArn;
        Trail = trail;
    }

    /// <summary>The topic.</summary>
    public string TopicArn { get; }

    /// <summary>The trail's ARN: in its home Region, owned by the management account.</summary>
    public TrailArn Trail { get; }

    /// <summary>The id of the organization; <see langword="null"/> when it is not known. It matters only for statements that name it.</summary>
    public string? OrganizationId { get; private init; }

    /// <summary>What CloudTrail must be able to do (CloudTrail user guide, "Amazon SNS topic policy for CloudTrail").</summary>
    internal TrailCall Call => new(
        "publish",
        [new("notifications", new ServiceRequest(TrailCaller.Service, Publish, TopicArn, TrailCaller.Of(Trail, OrganizationId).Context()))]);

    /// <summary>Takes the parts together after checking them.</summary>
    /// <param name="topicArn">The topic's ARN.</param>
    /// <param name="managementAccountId">The id of the management account.</param>
    /// <param name="homeRegion">The trail's home Region; the partition follows from it.</param>
    /// <param name="trailName">The trail's name.</param>
    /// <param name="organizationId">The id of the organization; <see langword="null"/> when it is not known.</param>
    /// <exception cref="OrgTrailException">A part breaks its rule: <c>InvalidTopicArn</c>, <c>InvalidAccountId</c>, <c>InvalidRegion</c>, <c>InvalidTrailName</c>, <c>InvalidOrganizationId</c>.</exception>
    public static TrailTopicUse For(
        string? topicArn, string? managementAccountId, string? homeRegion, string? trailName, string? organizationId = null)
    {
        var trail = TrailArn.For(homeRegion, managementAccountId, trailName);
        return new(RequireTopic(topicArn ?? "", trail), trail)
        {
            OrganizationId = organizationId is null ? null : NamingRule.OrganizationId.Require(organizationId),
        };
    }

    // Amazon SNS API reference, CreateTopic: names have letters, digits, hyphens and underscores; those of FIFO topics end in .fifo.
    private static string RequireTopic(string arn, TrailArn trail)
    {
        var isTopic = Arn.Find(arn) is { Service: "sns", Resource.Length: > 0 } topic
            && topic.Partition == trail.Partition && Partition.Find(topic.Region) == topic.Partition
            && NamingRule.AccountId.Check(topic.AccountId) is null
            && topic.Resource.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
        return isTopic ? arn : throw new OrgTrailException(new Problem(
            "InvalidTopicArn",
            ProblemKind.InvalidInput,
            $"{NamingRule.Quote(arn)} is not the ARN of an SNS topic in the partition '{trail.Partition}'.",
            $"Use arn:{trail.Partition}:sns:<Region>:<account id>:<topic name>."));
    }
}
