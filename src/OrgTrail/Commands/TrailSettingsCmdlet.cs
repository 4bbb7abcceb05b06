using System.Management.Automation;
using OrgTrail.Connection;

namespace OrgTrail.Commands;

/// <summary>A cmdlet that says how a trail shall be set; its parameters have the names of AWS Tools' New-CTTrail and Update-CTTrail.</summary>
public abstract class TrailSettingsCmdlet : ConnectedCmdlet
{
    /// <summary>Whether the trail covers every Region of the partition. What New-OrgTrail and Deploy-OrgTrail make does unless you say otherwise.</summary>
    [Parameter]
    public bool? IsMultiRegionTrail { get; set; }

    /// <summary>
    /// Whether CloudTrail delivers signed digests every hour, by which log files can be proven. For what New-OrgTrail and
    /// Deploy-OrgTrail make it does unless you say otherwise.
    /// </summary>
    [Parameter]
    public bool? EnableLogFileValidation { get; set; }

    /// <summary>Whether events of global services such as IAM are logged. A multi-Region trail must log them.</summary>
    [Parameter]
    public bool? IncludeGlobalServiceEvents { get; set; }

    /// <summary>
    /// Whether the trail records what CloudTrail itself writes to buckets and log groups; a new trail does unless you say
    /// otherwise. Where the trail records data events of its own bucket, $true makes each delivery an event that is delivered
    /// again, and paid for: give $false there.
    /// </summary>
    [Parameter]
    public bool? RecursiveLogging { get; set; }

    /// <summary>
    /// The KMS key that encrypts log files: its id, ARN, alias or alias ARN. It lies in the Region of the bucket. Empty to
    /// encrypt by SSE-S3 again.
    /// </summary>
    [Parameter]
    [AllowEmptyString]
    public string? KmsKeyId { get; set; }

    /// <summary>
    /// Name or ARN of an SNS topic that is told of each delivery, at most 256 characters; its policy must let CloudTrail in.
    /// Empty to remove it.
    /// </summary>
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

    /// <summary>The settings that were given; the others are <see langword="null"/>.</summary>
    private protected virtual TrailSettings GivenSettings() => new()
    {
        IsMultiRegionTrail = IsMultiRegionTrail,
        EnableLogFileValidation = EnableLogFileValidation,
        IncludeGlobalServiceEvents = IncludeGlobalServiceEvents,
        RecursiveLogging = RecursiveLogging,
        KmsKeyId = KmsKeyId,
        SnsTopicName = SnsTopicName,
        CloudWatchLogsLogGroupArn = CloudWatchLogsLogGroupArn,
        CloudWatchLogsRoleArn = CloudWatchLogsRoleArn,
    };
}
