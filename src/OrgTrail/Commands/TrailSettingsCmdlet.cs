using System.Management.Automation;
using OrgTrail.Connection;

namespace OrgTrail.Commands;

/// <summary>A cmdlet that says what a trail shall be; its parameters have the names of AWS Tools' New-CTTrail and Update-CTTrail.</summary>
public abstract class TrailSettingsCmdlet : ConnectedCmdlet
{
    /// <summary>Whether the trail covers every account of the organization. Only the management account can convert a trail.</summary>
    [Parameter]
    public bool? IsOrganizationTrail { get; set; }

    /// <summary>Whether the trail covers every Region of the partition.</summary>
    [Parameter]
    public bool? IsMultiRegionTrail { get; set; }

    /// <summary>Whether CloudTrail delivers signed digests every hour, by which log files can be proven.</summary>
    [Parameter]
    public bool? EnableLogFileValidation { get; set; }

    /// <summary>Whether events of global services such as IAM are logged. A multi-Region trail must log them.</summary>
    [Parameter]
    public bool? IncludeGlobalServiceEvents { get; set; }

    /// <summary>The KMS key that encrypts log files: its id, ARN, alias or alias ARN. It lies in the Region of the bucket.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? KmsKeyId { get; set; }

    /// <summary>Name or ARN of an SNS topic that is told of each delivery; at most 256 characters.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? SnsTopicName { get; set; }

    /// <summary>ARN of a CloudWatch Logs log group that events are sent to; goes together with -CloudWatchLogsRoleArn.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? CloudWatchLogsLogGroupArn { get; set; }

    /// <summary>ARN of the role by which CloudTrail writes to the log group; goes together with -CloudWatchLogsLogGroupArn.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? CloudWatchLogsRoleArn { get; set; }

    /// <summary>
    /// Sends straight away, without looking first whether the account, the organization, trusted access and the bucket
    /// policy are right. CloudTrail then refuses with its own words.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipPrerequisiteCheck { get; set; }

    /// <summary>The settings that were given; the others are <see langword="null"/>.</summary>
    private protected TrailSettings GivenSettings() => new()
    {
        IsOrganizationTrail = IsOrganizationTrail,
        IsMultiRegionTrail = IsMultiRegionTrail,
        EnableLogFileValidation = EnableLogFileValidation,
        IncludeGlobalServiceEvents = IncludeGlobalServiceEvents,
        KmsKeyId = KmsKeyId,
        SnsTopicName = SnsTopicName,
        CloudWatchLogsLogGroupArn = CloudWatchLogsLogGroupArn,
        CloudWatchLogsRoleArn = CloudWatchLogsRoleArn,
    };
}
