using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>What a trail is, for people.</summary>
internal static class TrailSummary
{
    /// <summary>A trail that is to be created, a line for each of its settings.</summary>
    public static IReadOnlyList<string> Lines(TrailSettings settings) =>
    [
        $"{(settings.IsOrganizationTrail == true ? "organization" : "account")} trail {settings.Name}, {(settings.IsMultiRegionTrail == true ? "all Regions" : "one Region")}",
        .. TrailSetting.All.Select(setting => setting.Words(settings)).OfType<string>(),
    ];

    /// <summary>A trail that exists, on one line.</summary>
    public static string Line(Trail trail) => string.Join(", ", Lines(trail.Settings with { Name = trail.Name }));

    /// <summary>The folder that log files go to.</summary>
    public static string Folder(string? bucketName, string? prefix) =>
        $"s3://{bucketName}/{(string.IsNullOrEmpty(prefix) ? "" : prefix + "/")}AWSLogs/";
}
