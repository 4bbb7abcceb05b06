using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>The differences between a trail and the settings that are asked for.</summary>
internal sealed class TrailChanges
{
    private TrailChanges(Trail trail, TrailSettings wanted)
    {
        var different = TrailSetting.All.Where(setting => !setting.IsAsWanted(trail.Settings, wanted)).ToArray();
        Texts = [.. different.Select(setting => setting.Difference(trail.Settings, wanted))];
        Contradictions = [.. different.Where(setting => !setting.IsUnknown(trail.Settings)).Select(setting => setting.Difference(trail.Settings, wanted))];
        Settings = TrailSetting.All
            .Where(setting => different.Any(changed => changed == setting || changed.Name == setting.SentWith))
            .Aggregate(new TrailSettings(), (changes, setting) => setting.With(changes, setting.Of(wanted)));
    }

    /// <summary>Each difference, for people: <c>IsMultiRegionTrail: False -> True</c>.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The differences to what CloudTrail shows: without those of settings that it does not tell.</summary>
    public IReadOnlyList<string> Contradictions { get; }

    /// <summary>The settings that differ; all others are <see langword="null"/>.</summary>
    public TrailSettings Settings { get; }

    /// <summary>Whether the policy of the bucket or of the key has to fit something new.</summary>
    public bool ConcernDelivery =>
        Settings.S3BucketName is not null || Settings.S3KeyPrefix is not null || Settings.IsOrganizationTrail == true || Settings.KmsKeyId is { Length: > 0 };

    /// <summary>Compares what is given with what is.</summary>
    public static TrailChanges Between(Trail trail, TrailSettings wanted) => new(trail, wanted);
}
