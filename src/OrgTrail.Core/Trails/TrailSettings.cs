using OrgTrail.Trails;

namespace OrgTrail;

/// <summary>What a trail shall be. <see langword="null"/> means "not said": the default on create, unchanged on update.</summary>
public sealed record TrailSettings
{
    /// <summary>The trail's name.</summary>
    public string? Name { get; init; }

    /// <summary>The bucket that log files are delivered to.</summary>
    public string? S3BucketName { get; init; }

    /// <summary>What stands before <c>AWSLogs/</c>, without slashes at its ends; empty to remove it.</summary>
    public string? S3KeyPrefix { get; init; }

    /// <summary>Name or ARN of an SNS topic; empty to remove it.</summary>
    public string? SnsTopicName { get; init; }

    /// <summary>Whether events of global services are logged; required for a multi-Region trail.</summary>
    public bool? IncludeGlobalServiceEvents { get; init; }

    /// <summary>Whether the trail covers every Region.</summary>
    public bool? IsMultiRegionTrail { get; init; }

    /// <summary>Whether the trail covers every account of the organization.</summary>
    public bool? IsOrganizationTrail { get; init; }

    /// <summary>Whether CloudTrail delivers signed digests.</summary>
    public bool? EnableLogFileValidation { get; init; }

    /// <summary>
    /// Whether the trail records what CloudTrail itself writes to buckets and log groups; AWS's default is that it does. Where
    /// data events of the trail's own bucket are recorded, each delivery is then an event that is delivered again.
    /// </summary>
    public bool? RecursiveLogging { get; init; }

    /// <summary>ARN of a log group; goes together with <see cref="CloudWatchLogsRoleArn"/>. Empty to remove it.</summary>
    public string? CloudWatchLogsLogGroupArn { get; init; }

    /// <summary>ARN of the role that writes to the log group. Empty to remove it.</summary>
    public string? CloudWatchLogsRoleArn { get; init; }

    /// <summary>Id, ARN, alias or alias ARN of a KMS key; empty to remove it.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Tags of a new trail: at most 50, keys of 1 to 128 characters, values of up to 256.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>These settings, changed by all that <paramref name="changes"/> say.</summary>
    internal TrailSettings With(TrailSettings changes) => TrailSetting.All.Where(setting => setting.Of(changes) is not null)
        .Aggregate(this, (settings, setting) => setting.With(settings, setting.Of(changes)));

    /// <summary>These settings, on the safe side where nothing is said and AWS's default is not safe.</summary>
    internal TrailSettings OnTheSafeSide() => TrailSetting.All.Where(setting => setting.SafeValue is not null && setting.Of(this) is null)
        .Aggregate(this, (settings, setting) => setting.With(settings, setting.SafeValue));

    /// <summary>These settings for a new trail, which has nothing that an empty text could remove.</summary>
    internal TrailSettings WithoutRemovals() => TrailSetting.All.Where(setting => setting.Removes(this))
        .Aggregate(this, (settings, setting) => setting.With(settings, null));
}
