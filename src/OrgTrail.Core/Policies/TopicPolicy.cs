using OrgTrail.Connection;
using OrgTrail.Problems;

namespace OrgTrail;

/// <summary>The policy of an SNS topic, with what is known of the trail that it was built for.</summary>
public sealed class TopicPolicy : CloudObject
{
    /// <summary>The topic.</summary>
    public required string TopicArn { get; init; }

    /// <summary>The policy as JSON text.</summary>
    public required string Policy { get; init; }

    /// <summary>The name of the trail that the policy was built for; <see langword="null"/> when it was not built for one.</summary>
    public string? TrailName { get; init; }

    /// <summary>The id of the organization's management account, which owns that trail.</summary>
    public string? ManagementAccountId { get; init; }

    /// <summary>The home Region of that trail.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>The attribute of the topic that holds the policy: always <c>Policy</c>. SNS sets policies as it does all attributes.</summary>
    public string AttributeName => nameof(Policy);

    /// <summary>The value of that attribute: the policy.</summary>
    public string AttributeValue => Policy;

    /// <summary>What was changed to get this policy, one sentence a change; empty when nothing was.</summary>
    public IReadOnlyList<string> Changes { get; init => field = value.Select(ShownText.Of).ToArray(); } = [];

    /// <summary>What the user should know of it: what keeps the trail out in spite of the changes, and statements that let in more than the trail.</summary>
    internal IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The policy's JSON text, so that it can stand where a policy is asked for.</summary>
    public override string ToString() => Policy;
}
