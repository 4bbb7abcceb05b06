using System.Collections;
using System.Management.Automation;
using OrgTrail.Completion;

namespace OrgTrail.Commands;

public sealed partial class DeployOrgTrailCommand
{
    /// <summary>The trail's name: 3 to 128 letters, digits, periods, underscores and hyphens. Required without -Path.</summary>
    [Parameter(Position = 0)]
    [Alias("TrailName")]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The bucket that log files are delivered to. Required without -Path. It may belong to another account, which then writes its policy.</summary>
    [Parameter(Position = 1)]
    [Alias("BucketName")]
    [AllowEmptyString]
    public string? S3BucketName { get; set; }

    /// <summary>The trail's home Region; without it, where a trail of that name is, and for a new one the Region of the connection.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? HomeRegion { get; set; }

    /// <summary>Creates the bucket, fit for audit logs, or makes one of your own fit, as New-OrgTrailBucket does. Without it, only the policy of the bucket changes.</summary>
    [Parameter]
    public SwitchParameter CreateBucket { get; set; }

    /// <summary>The Region of the bucket; without it, where the bucket is, and for a new one the trail's home Region.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? BucketRegion { get; set; }

    /// <summary>The retention of new objects, with -CreateBucket: GOVERNANCE or COMPLIANCE. It cannot be switched off again.</summary>
    [Parameter]
    public string? ObjectLockMode { get; set; }

    /// <summary>For how many days new objects are retained, with -ObjectLockMode.</summary>
    [Parameter]
    public int? ObjectLockDays { get; set; }

    /// <summary>For how many years new objects are retained, with -ObjectLockMode.</summary>
    [Parameter]
    public int? ObjectLockYears { get; set; }

    /// <summary>After how many days log files are archived, with -CreateBucket. They must be restored before they can be validated.</summary>
    [Parameter]
    public int? ArchiveAfterDays { get; set; }

    /// <summary>After how many days log files expire, with -CreateBucket.</summary>
    [Parameter]
    public int? ExpireAfterDays { get; set; }

    /// <summary>The bucket to which S3 logs the requests to the bucket, with -CreateBucket: of the same account and Region.</summary>
    [Parameter]
    public string? AccessLogBucket { get; set; }

    /// <summary>What the keys of access logs begin with, with -AccessLogBucket.</summary>
    [Parameter]
    public string? AccessLogPrefix { get; set; }

    /// <summary>What stands before AWSLogs/ in the keys of log files: at most 200 characters, no slash at its ends. Empty to remove it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? S3KeyPrefix { get; set; }

    /// <summary>The KMS key that encrypts log files: its id, ARN, alias or alias ARN. It lies in the Region of the bucket; its policy is made to let CloudTrail in. Empty to encrypt by SSE-S3 again.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? KmsKeyId { get; set; }

    /// <summary>Name or ARN of an SNS topic that is told of each delivery; its policy must let CloudTrail in. Empty to remove it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? SnsTopicName { get; set; }

    /// <summary>ARN of a CloudWatch Logs log group that events are sent to; goes together with -CloudWatchLogsRoleArn. Empty to remove it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? CloudWatchLogsLogGroupArn { get; set; }

    /// <summary>ARN of the role by which CloudTrail writes to the log group; goes together with -CloudWatchLogsLogGroupArn.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? CloudWatchLogsRoleArn { get; set; }

    /// <summary>Whether the trail covers every Region of the partition; it does unless you say otherwise.</summary>
    [Parameter]
    public bool? IsMultiRegionTrail { get; set; }

    /// <summary>Whether CloudTrail delivers signed digests every hour, by which log files can be proven; it does unless you say otherwise.</summary>
    [Parameter]
    public bool? EnableLogFileValidation { get; set; }

    /// <summary>Whether events of global services such as IAM are logged. A multi-Region trail must log them.</summary>
    [Parameter]
    public bool? IncludeGlobalServiceEvents { get; set; }

    /// <summary>All basic event selectors that the trail shall have, as hashtables or JSON; not together with -AdvancedEventSelector.</summary>
    [Parameter]
    [PlainValuesTransformation]
    public object[]? EventSelector { get; set; }

    /// <summary>All advanced event selectors that the trail shall have, as hashtables or JSON; not together with -EventSelector.</summary>
    [Parameter]
    [PlainValuesTransformation]
    public object[]? AdvancedEventSelector { get; set; }

    /// <summary>All insights that the trail shall record: ApiCallRateInsight, ApiErrorRateInsight, or hashtables. An empty list switches insights off.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [PlainValuesTransformation]
    public object[]? InsightSelector { get; set; }

    /// <summary>Tags that the trail shall have: @{ Team = 'security' }. Its other tags stay.</summary>
    [Parameter]
    [Alias("TagsList")]
    public Hashtable? Tag { get; set; }

    /// <summary>Accounts that shall be delegated administrators for CloudTrail, by their 12-digit ids; at most three. Others stay, with a warning.</summary>
    [Parameter]
    public string[]? DelegatedAdministrator { get; set; }

    /// <summary>Whether trusted access for CloudTrail is enabled where it is off; it is unless you say otherwise. Only the management account can.</summary>
    [Parameter]
    public bool? EnableTrustedAccess { get; set; }

    // The keys of files are the names of these parameters.
    private Dictionary<string, object?> GivenSettings()
    {
        Dictionary<string, object?> settings = new()
        {
            [nameof(Name)] = Name,
            [nameof(S3BucketName)] = S3BucketName,
            [nameof(HomeRegion)] = HomeRegion,
            [nameof(CreateBucket)] = CreateBucket.IsPresent ? true : null,
            [nameof(BucketRegion)] = BucketRegion,
            [nameof(ObjectLockMode)] = ObjectLockMode,
            [nameof(ObjectLockDays)] = ObjectLockDays,
            [nameof(ObjectLockYears)] = ObjectLockYears,
            [nameof(ArchiveAfterDays)] = ArchiveAfterDays,
            [nameof(ExpireAfterDays)] = ExpireAfterDays,
            [nameof(AccessLogBucket)] = AccessLogBucket,
            [nameof(AccessLogPrefix)] = AccessLogPrefix,
            [nameof(S3KeyPrefix)] = S3KeyPrefix,
            [nameof(KmsKeyId)] = KmsKeyId,
            [nameof(SnsTopicName)] = SnsTopicName,
            [nameof(CloudWatchLogsLogGroupArn)] = CloudWatchLogsLogGroupArn,
            [nameof(CloudWatchLogsRoleArn)] = CloudWatchLogsRoleArn,
            [nameof(IsMultiRegionTrail)] = IsMultiRegionTrail,
            [nameof(EnableLogFileValidation)] = EnableLogFileValidation,
            [nameof(IncludeGlobalServiceEvents)] = IncludeGlobalServiceEvents,
            [nameof(EventSelector)] = EventSelector,
            [nameof(AdvancedEventSelector)] = AdvancedEventSelector,
            [nameof(InsightSelector)] = InsightSelector,
            [nameof(Tag)] = PlainValues.Of(Tag),
            [nameof(DelegatedAdministrator)] = DelegatedAdministrator,
            [nameof(EnableTrustedAccess)] = EnableTrustedAccess,
        };
        return settings.Where(setting => setting.Value is not null).ToDictionary(setting => setting.Key, setting => setting.Value);
    }
}
