using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>Reads a wanted state from what parameters and files come to, and refuses it with all its faults at once.</summary>
public static class WantedTrailReader
{
    /// <summary>Reads a wanted state.</summary>
    /// <param name="values">The settings by name, whatever the case: texts, truth values, whole numbers, lists and tables.</param>
    /// <exception cref="OrgTrailException">
    /// <c>UnknownSetting</c>, <c>MissingSetting</c>, <c>WrongSetting</c>, <c>ContradictorySettings</c>, or a rule is
    /// broken. The problem names all faults, and has the id of the first.
    /// </exception>
    public static WantedTrail Read(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var reading = new WantedValues(values);
        var wanted = Read(reading);
        ProblemList.ThrowIfAny([.. reading.Faults, .. WantedTrailRules.Faults(wanted)]);
        return wanted;
    }

    private static WantedTrail Read(WantedValues values) => new()
    {
        Name = values.RequiredText(nameof(WantedTrail.Name)),
        HomeRegion = values.Text(nameof(WantedTrail.HomeRegion)),
        S3BucketName = values.RequiredText(nameof(WantedTrail.S3BucketName)),
        CreateBucket = values.Flag(nameof(WantedTrail.CreateBucket)) ?? false,
        BucketRegion = values.Text(nameof(WantedTrail.BucketRegion)),
        ObjectLockMode = values.Text(nameof(WantedTrail.ObjectLockMode)),
        ObjectLockDays = values.Number(nameof(WantedTrail.ObjectLockDays)),
        ObjectLockYears = values.Number(nameof(WantedTrail.ObjectLockYears)),
        ArchiveAfterDays = values.Number(nameof(WantedTrail.ArchiveAfterDays)),
        ExpireAfterDays = values.Number(nameof(WantedTrail.ExpireAfterDays)),
        AccessLogBucket = values.Text(nameof(WantedTrail.AccessLogBucket)),
        AccessLogPrefix = values.Text(nameof(WantedTrail.AccessLogPrefix)),
        S3KeyPrefix = values.Text(nameof(WantedTrail.S3KeyPrefix)),
        KmsKeyId = values.Text(nameof(WantedTrail.KmsKeyId)),
        SnsTopicName = values.Text(nameof(WantedTrail.SnsTopicName)),
        CloudWatchLogsLogGroupArn = values.Text(nameof(WantedTrail.CloudWatchLogsLogGroupArn)),
        CloudWatchLogsRoleArn = values.Text(nameof(WantedTrail.CloudWatchLogsRoleArn)),
        IsMultiRegionTrail = values.Flag(nameof(WantedTrail.IsMultiRegionTrail)) ?? true,
        EnableLogFileValidation = values.Flag(nameof(WantedTrail.EnableLogFileValidation)) ?? true,
        IncludeGlobalServiceEvents = values.Flag(nameof(WantedTrail.IncludeGlobalServiceEvents)),
        EventSelectors = Events(values),
        InsightSelectors = values.Parsed("InsightSelector", InsightSelectorReader.Read),
        Tags = values.Table("Tag"),
        DelegatedAdministrators = values.Texts("DelegatedAdministrator"),
        EnableTrustedAccess = values.Flag(nameof(WantedTrail.EnableTrustedAccess)) ?? true,
    };

    // What is wrong with the ones and with the others is said at once, so both are read together.
    private static EventSelectors? Events(WantedValues values)
    {
        var advanced = values.List("AdvancedEventSelector");
        return values.Parsed("EventSelector", advanced is null ? null : [], basic => EventSelectorReader.Read(basic, advanced ?? []));
    }
}
