using OrgTrail.Operations;

namespace OrgTrail.Trails;

/// <summary>
/// One setting of a trail. This table is all that reading, comparing, planning, telling, files and requests know of the
/// settings: who adds one adds a row here, a property to <see cref="TrailSettings"/> and <see cref="Trail"/>, and a parameter.
/// </summary>
/// <param name="Name">What parameters, keys of files and the requests CreateTrail and UpdateTrail call it.</param>
/// <param name="Type"><see cref="string"/> or <see cref="bool"/>.</param>
/// <param name="Of">Its value; <see langword="null"/> when it is not said.</param>
/// <param name="With">The settings with another value of it.</param>
internal sealed record TrailSetting(string Name, Type Type, Func<TrailSettings, object?> Of, Func<TrailSettings, object?, TrailSettings> With)
{
    /// <summary>All of them, in the order in which they are told.</summary>
    public static IReadOnlyList<TrailSetting> All { get; } =
    [
        Text(nameof(TrailSettings.S3BucketName), settings => settings.S3BucketName, (settings, value) => settings with { S3BucketName = value }) with
        {
            Rule = NamingRule.BucketName,
            Words = settings => $"logs go to {TrailSummary.Folder(settings.S3BucketName, settings.S3KeyPrefix)}",
        },
        Text(nameof(TrailSettings.S3KeyPrefix), settings => settings.S3KeyPrefix, (settings, value) => settings with { S3KeyPrefix = value }) with
        {
            Rule = NamingRule.S3KeyPrefix,
        },
        Flag(nameof(TrailSettings.IncludeGlobalServiceEvents), settings => settings.IncludeGlobalServiceEvents, (settings, value) => settings with { IncludeGlobalServiceEvents = value }),
        Flag(nameof(TrailSettings.IsMultiRegionTrail), settings => settings.IsMultiRegionTrail, (settings, value) => settings with { IsMultiRegionTrail = value }) with
        {
            SafeValue = true,
        },
        Flag(nameof(TrailSettings.IsOrganizationTrail), settings => settings.IsOrganizationTrail, (settings, value) => settings with { IsOrganizationTrail = value }) with
        {
            SafeValue = true,
        },
        Flag(nameof(TrailSettings.EnableLogFileValidation), settings => settings.EnableLogFileValidation, (settings, value) => settings with { EnableLogFileValidation = value }) with
        {
            AnswerName = nameof(Trail.LogFileValidationEnabled),
            SafeValue = true,
            Words = settings => $"log file validation {(settings.EnableLogFileValidation == true ? "on" : "off")}",
        },
        Flag(nameof(TrailSettings.RecursiveLogging), settings => settings.RecursiveLogging, (settings, value) => settings with { RecursiveLogging = value }) with
        {
            // Answers from before September 2026 lack it, whatever the trail does.
            UnansweredValue = null,
            Words = settings => settings.RecursiveLogging == false ? "recursive logging off" : null,
        },
        Text(nameof(TrailSettings.KmsKeyId), settings => settings.KmsKeyId, (settings, value) => settings with { KmsKeyId = value }) with
        {
            MayBeArn = true,
            // A key is given by id, ARN or alias and read back as an ARN. What an alias means only KMS knows: it is sent.
            IsShownAs = (wanted, now) => now.EndsWith("key/" + wanted, StringComparison.Ordinal),
            Words = settings => Given(settings.KmsKeyId, "encrypted with KMS key"),
        },
        Text(nameof(TrailSettings.SnsTopicName), settings => settings.SnsTopicName, (settings, value) => settings with { SnsTopicName = value }) with
        {
            AnswerName = nameof(Trail.SnsTopicARN),
            MayBeArn = true,
            // A topic is given by name or ARN and read back as an ARN, whose last part is the name.
            IsShownAs = (wanted, now) => !wanted.Contains(':') && now.EndsWith(':' + wanted, StringComparison.Ordinal),
            Words = settings => Given(settings.SnsTopicName, "SNS topic"),
        },
        Text(nameof(TrailSettings.CloudWatchLogsLogGroupArn), settings => settings.CloudWatchLogsLogGroupArn, (settings, value) => settings with { CloudWatchLogsLogGroupArn = value }) with
        {
            MayBeArn = true,
            SentWith = nameof(TrailSettings.CloudWatchLogsRoleArn),
            Words = settings => Given(settings.CloudWatchLogsLogGroupArn, "events to"),
        },
        Text(nameof(TrailSettings.CloudWatchLogsRoleArn), settings => settings.CloudWatchLogsRoleArn, (settings, value) => settings with { CloudWatchLogsRoleArn = value }) with
        {
            MayBeArn = true,
            SentWith = nameof(TrailSettings.CloudWatchLogsLogGroupArn),
        },
    ];

    /// <summary>What CloudTrail's answers call it, and <see cref="Trail"/>.</summary>
    public string AnswerName { get; private init; } = Name;

    /// <summary>What an answer means that does not have it.</summary>
    private object? UnansweredValue { get; init; }

    /// <summary>What a new organization trail gets when it is not said, where that is not AWS's own default.</summary>
    public bool? SafeValue { get; private init; }

    /// <summary>What is demanded of it.</summary>
    public NamingRule? Rule { get; private init; }

    /// <summary>Whether it may name something by its ARN.</summary>
    public bool MayBeArn { get; private init; }

    /// <summary>The setting that CloudTrail takes together with this one only.</summary>
    public string? SentWith { get; private init; }

    /// <summary>Whether a text that differs from what CloudTrail shows names the same.</summary>
    private Func<string, string, bool> IsShownAs { get; init; } = (_, _) => false;

    /// <summary>What it means, on a line for people; <see langword="null"/> for nothing to say.</summary>
    public Func<TrailSettings, string?> Words { get; private init; } = _ => null;

    /// <summary>Whether its value is an empty text, which removes what is there.</summary>
    public bool Removes(TrailSettings settings) => Of(settings) is "";

    /// <summary>Its value by an answer of CloudTrail; <see langword="null"/> for a text that is not set, and a flag that is not known.</summary>
    public object? Answered(TrailSettings answer) => Of(answer) ?? UnansweredValue;

    /// <summary>Whether a trail is as wanted; what is not said is wanted as it is.</summary>
    public bool IsAsWanted(TrailSettings now, TrailSettings wanted) => (Of(wanted), Answered(now)) switch
    {
        (null, _) or ("", null) => true,
        (string text, string shown) => text == shown || (text.Length > 0 && IsShownAs(text, shown)),
        var (asked, shown) => asked.Equals(shown),
    };

    /// <summary>Whether CloudTrail did not tell how the trail is.</summary>
    public bool IsUnknown(TrailSettings now) => Type == typeof(bool) && Answered(now) is null;

    /// <summary>A difference, for people: <c>IsMultiRegionTrail: False -> True</c>.</summary>
    public string Difference(TrailSettings now, TrailSettings wanted) =>
        $"{Name}: {(IsUnknown(now) ? "(unknown)" : Shown(Answered(now)))} -> {Shown(Of(wanted))}";

    private static string Shown(object? value) => value is null or "" ? "(none)" : $"{value}";

    private static TrailSetting Text(string name, Func<TrailSettings, string?> of, Func<TrailSettings, string?, TrailSettings> with) =>
        new(name, typeof(string), of, (settings, value) => with(settings, (string?)value));

    private static TrailSetting Flag(string name, Func<TrailSettings, bool?> of, Func<TrailSettings, bool?, TrailSettings> with) =>
        new(name, typeof(bool), settings => of(settings), (settings, value) => with(settings, (bool?)value)) { UnansweredValue = false };

    private static string? Given(string? value, string words) => value?.Length > 0 ? $"{words} {value}" : null;
}
