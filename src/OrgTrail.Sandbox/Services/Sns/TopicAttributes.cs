using System.Text.Json;
using System.Text.RegularExpressions;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Sns;

/// <summary>The attributes of a topic, of which the policy is one.</summary>
internal static partial class TopicAttributes
{
    private const string Policy = "Policy";

    // SNS API reference, SetTopicAttributes.
    private static readonly HashSet<string> Settable = new(StringComparer.Ordinal)
    {
        Policy, "DisplayName", "DeliveryPolicy", "KmsMasterKeyId", "SignatureVersion", "TracingConfig", "FifoTopic",
        "ContentBasedDeduplication", "ArchivePolicy", "FifoThroughputScope",
    };

    /// <summary>Sets an attribute; an empty value takes it away.</summary>
    public static void Set(SandboxTopic topic, string name, string value)
    {
        if (!Settable.Contains(name) && !Feedback().IsMatch(name)) throw new AwsErrorException("InvalidParameter", "Invalid parameter: AttributeName");
        if (name == Policy)
            topic.Policy = CheckedPolicy(value);
        else if (value.Length > 0)
            topic.Attributes[name] = value;
        else
            topic.Attributes.Remove(name);
    }

    /// <summary>All attributes of a topic as GetTopicAttributes tells them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All(ServiceCall call, SandboxTopic topic) =>
    [
        new(Policy, topic.Policy),
        new("Owner", call.AccountId),
        new("TopicArn", topic.Arn),
        new("SubscriptionsPending", "0"),
        new("SubscriptionsConfirmed", "0"),
        new("SubscriptionsDeleted", "0"),
        .. topic.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal),
        .. topic.Attributes.ContainsKey("DisplayName") ? (KeyValuePair<string, string>[])[] : [new("DisplayName", "")],
    ];

    /// <summary>The policy that a topic is created with: its owner may do everything.</summary>
    public static string DefaultPolicy(ServiceCall call, string arn) => $$"""
        {
          "Version": "2008-10-17",
          "Id": "__default_policy_ID",
          "Statement": [
            {
              "Sid": "__default_statement_ID",
              "Effect": "Allow",
              "Principal": { "AWS": "*" },
              "Action": [
                "SNS:GetTopicAttributes", "SNS:SetTopicAttributes", "SNS:AddPermission", "SNS:RemovePermission",
                "SNS:DeleteTopic", "SNS:Subscribe", "SNS:ListSubscriptionsByTopic", "SNS:Publish"
              ],
              "Resource": "{{arn}}",
              "Condition": { "StringEquals": { "AWS:SourceOwner": "{{call.AccountId}}" } }
            }
          ]
        }
        """;

    private static string CheckedPolicy(string text)
    {
        try
        {
            using var policy = JsonDocument.Parse(text);
            if (policy.RootElement.ValueKind == JsonValueKind.Object && policy.RootElement.TryGetProperty("Statement", out _)) return text;
        }
        catch (JsonException)
        {
            // Refused below, as any other text that is no policy.
        }

        throw new AwsErrorException("InvalidParameter", "Invalid parameter: Policy Error: null");
    }

    // Terraform sets the feedback's sample rates of every topic.
    [GeneratedRegex(@"^(HTTP|SQS|Lambda|Firehose|Application)(SuccessFeedbackRoleArn|SuccessFeedbackSampleRate|FailureFeedbackRoleArn)\z")]
    private static partial Regex Feedback();
}
