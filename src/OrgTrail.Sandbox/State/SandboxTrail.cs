using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.State;

/// <summary>A trail, with what only its owner and its home Region know.</summary>
public sealed class SandboxTrail
{
    /// <summary>The trail's name.</summary>
    public required string Name { get; set; }

    /// <summary>The account in the trail's ARN: for an organization trail the management account.</summary>
    public required string OwnerAccountId { get; set; }

    /// <summary>The home Region.</summary>
    public required string HomeRegion { get; set; }

    /// <summary>The bucket.</summary>
    public required string S3BucketName { get; set; }

    /// <summary>The prefix; <see langword="null"/> for none.</summary>
    public string? S3KeyPrefix { get; set; }

    /// <summary>The SNS topic as it was named, by name or ARN; <see langword="null"/> for none.</summary>
    public string? SnsTopicName { get; set; }

    /// <summary>The SNS topic's ARN; <see langword="null"/> for none.</summary>
    public string? SnsTopicArn { get; set; }

    /// <summary>Whether events of global services are logged.</summary>
    public bool IncludeGlobalServiceEvents { get; set; } = true;

    /// <summary>Whether it covers all Regions.</summary>
    public bool IsMultiRegionTrail { get; set; }

    /// <summary>Whether it covers all accounts.</summary>
    public bool IsOrganizationTrail { get; set; }

    /// <summary>Whether digests are delivered.</summary>
    public bool LogFileValidationEnabled { get; set; }

    /// <summary>Whether what CloudTrail itself writes is logged.</summary>
    public bool RecursiveLogging { get; set; } = true;

    /// <summary>The log group; <see langword="null"/> for none.</summary>
    public string? CloudWatchLogsLogGroupArn { get; set; }

    /// <summary>The role for it; <see langword="null"/> for none.</summary>
    public string? CloudWatchLogsRoleArn { get; set; }

    /// <summary>The key's ARN; <see langword="null"/> for SSE-S3.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>Basic event selectors as they were put; <see langword="null"/> for the default.</summary>
    public JsonArray? EventSelectors { get; set; }

    /// <summary>Advanced event selectors as they were put; <see langword="null"/> for none.</summary>
    public JsonArray? AdvancedEventSelectors { get; set; }

    /// <summary>Insight selectors as they were put; <see langword="null"/> for none.</summary>
    public JsonArray? InsightSelectors { get; set; }

    /// <summary>The tags.</summary>
    public Dictionary<string, string> Tags { get; set; } = [];

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreationTime { get; set; }

    /// <summary>Whether it logs now.</summary>
    public bool IsLogging { get; set; }

    /// <summary>When logging was last started.</summary>
    public DateTimeOffset? StartLoggingTime { get; set; }

    /// <summary>When logging was last stopped.</summary>
    public DateTimeOffset? StopLoggingTime { get; set; }

    /// <summary>When log files were last delivered.</summary>
    public DateTimeOffset? LatestDeliveryTime { get; set; }

    /// <summary>S3's error at the last delivery.</summary>
    public string? LatestDeliveryError { get; set; }

    /// <summary>When the topic was last told of a log file.</summary>
    public DateTimeOffset? LatestNotificationTime { get; set; }

    /// <summary>When digests were last delivered.</summary>
    public DateTimeOffset? LatestDigestDeliveryTime { get; set; }

    /// <summary>S3's error at the last delivery of digests.</summary>
    public string? LatestDigestDeliveryError { get; set; }

    /// <summary>
    /// How far the delivery has come, by <c>&lt;account&gt;/&lt;Region&gt;</c>; empty while nothing was delivered since logging
    /// was started. Not saved, since the objects that it refers to are not: a state that is read begins new chains of digests.
    /// </summary>
    [JsonIgnore]
    public Dictionary<string, SandboxDeliveryProgress> Deliveries { get; set; } = [];

    /// <summary>The trail's ARN.</summary>
    internal string Arn => new TrailArn(Partition.OfRegion(HomeRegion), HomeRegion, OwnerAccountId, Name).ToString();

    /// <summary>A trail of the same settings, to try changes on.</summary>
    internal SandboxTrail Copy() => (SandboxTrail)MemberwiseClone();
}
