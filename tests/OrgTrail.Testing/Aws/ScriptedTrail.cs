using System.Text.Json.Nodes;

namespace OrgTrail.Testing;

/// <summary>A trail of <see cref="ScriptedAws"/>.</summary>
public sealed class ScriptedTrail
{
    private readonly JsonObject _members;

    private ScriptedTrail(JsonObject members) => _members = members;

    /// <summary>The trail's name.</summary>
    public string Name => (string)_members[nameof(Name)]!;

    /// <summary>The trail's ARN.</summary>
    public string Arn => (string)_members["TrailARN"]!;

    /// <summary>The Region it was created in.</summary>
    public string HomeRegion => (string)_members[nameof(HomeRegion)]!;

    /// <summary>Whether logging was started and not stopped since.</summary>
    public bool IsLogging { get; private set; }

    /// <summary>The trail as GetTrail shows it.</summary>
    public string ToJson() => _members.ToJsonString();

    internal static ScriptedTrail Create(string request, string region, string account)
    {
        var members = Settings(request);
        members["TrailARN"] = $"arn:{Partition(region)}:cloudtrail:{region}:{account}:trail/{(string?)members[nameof(Name)]}";
        members[nameof(HomeRegion)] = region;
        // What CreateTrail leaves unsaid (CloudTrail API reference, CreateTrail).
        members.TryAdd("IncludeGlobalServiceEvents", true);
        members.TryAdd("IsMultiRegionTrail", false);
        members.TryAdd("IsOrganizationTrail", false);
        members.TryAdd("LogFileValidationEnabled", false);
        return new ScriptedTrail(members);
    }

    internal JsonObject Members() => (JsonObject)_members.DeepClone();

    internal JsonObject Summary() => new() { ["TrailARN"] = Arn, [nameof(Name)] = Name, [nameof(HomeRegion)] = HomeRegion };

    internal string Update(string request)
    {
        foreach (var (name, value) in Settings(request).Where(member => member.Key != "Name"))
            _members[name] = value?.DeepClone();
        return ToJson();
    }

    internal string SwitchLogging(bool on)
    {
        IsLogging = on;
        return "";
    }

    /// <summary>A request names two members differently from a trail, and has tags, which a trail does not show.</summary>
    private static JsonObject Settings(string request)
    {
        var settings = (JsonObject)JsonNode.Parse(request)!;
        settings.Remove("TagsList");
        Rename(settings, "EnableLogFileValidation", "LogFileValidationEnabled");
        return settings;
    }

    private static void Rename(JsonObject settings, string from, string to)
    {
        if (settings.Remove(from, out var value))
            settings[to] = value;
    }

    private static string Partition(string region) =>
        region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : "aws";
}
