using OrgTrail.Operations;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>Reads a specification from the plain values that a file comes to, and refuses it with all its faults at once.</summary>
public static class SpecificationReader
{
    /// <summary>The keys that a file may have. They are the names of the parameters, too.</summary>
    public static IReadOnlyList<string> Keys { get; } = KnownKeys();

    /// <summary>Reads a specification.</summary>
    /// <param name="values">The settings by name, whatever the case: texts, truth values, whole numbers, lists and tables.</param>
    /// <exception cref="OrgTrailException">
    /// <c>UnknownSetting</c>, <c>MissingSetting</c>, <c>WrongSetting</c>, <c>ContradictorySettings</c>, or a rule is
    /// broken. The problem names all faults, and has the id of the first.
    /// </exception>
    public static TrailSpecification Read(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var reading = new SpecificationValues(values);
        var specification = Read(reading);
        return SpecificationRules.Require(specification, reading.Faults);
    }

    private static TrailSpecification Read(SpecificationValues values) => new()
    {
        Settings = Settings(values),
        HomeRegion = values.Text(nameof(TrailSpecification.HomeRegion)),
        CreateBucket = values.Flag(nameof(TrailSpecification.CreateBucket)) ?? false,
        BucketRegion = values.Text(nameof(TrailSpecification.BucketRegion)),
        Bucket = Bucket(values),
        EventSelectors = Events(values),
        InsightSelectors = values.Parsed("InsightSelector", InsightSelectorReader.Read),
        DelegatedAdministrators = values.Texts("DelegatedAdministrator"),
        EnableTrustedAccess = values.Flag(nameof(TrailSpecification.EnableTrustedAccess)) ?? true,
    };

    // That a deployment is about an organization trail is no setting of a file. A bucket that is missing is a fault of its own.
    private static TrailSettings Settings(SpecificationValues values)
    {
        var named = new TrailSettings { Name = values.RequiredText(nameof(TrailSettings.Name)), S3BucketName = values.RequiredText(nameof(TrailSettings.S3BucketName)) };
        var settings = TrailSetting.All
            .Where(setting => setting.Name is not (nameof(TrailSettings.S3BucketName) or nameof(TrailSettings.IsOrganizationTrail)))
            .Aggregate(named, (read, setting) => setting.With(read, setting.Type == typeof(bool) ? values.Flag(setting.Name) : values.Text(setting.Name)));
        return settings with { Tags = values.Table("Tag") };
    }

    private static PrepareBucket.Request Bucket(SpecificationValues values) => new(null)
    {
        ObjectLockMode = values.Text(nameof(PrepareBucket.Request.ObjectLockMode)),
        ObjectLockDays = values.Number(nameof(PrepareBucket.Request.ObjectLockDays)),
        ObjectLockYears = values.Number(nameof(PrepareBucket.Request.ObjectLockYears)),
        ArchiveAfterDays = values.Number(nameof(PrepareBucket.Request.ArchiveAfterDays)),
        ExpireAfterDays = values.Number(nameof(PrepareBucket.Request.ExpireAfterDays)),
        AccessLogBucket = values.Text(nameof(PrepareBucket.Request.AccessLogBucket)),
        AccessLogPrefix = values.Text(nameof(PrepareBucket.Request.AccessLogPrefix)),
    };

    // What is wrong with the ones and with the others is said at once, so both are read together.
    private static EventSelectors? Events(SpecificationValues values)
    {
        var advanced = values.List("AdvancedEventSelector");
        return values.Parsed("EventSelector", advanced is null ? null : [], basic => EventSelectorReader.Read(basic, advanced ?? []));
    }

    private static IReadOnlyList<string> KnownKeys()
    {
        var values = new SpecificationValues(new Dictionary<string, object?>());
        Read(values);
        return values.Known;
    }
}
