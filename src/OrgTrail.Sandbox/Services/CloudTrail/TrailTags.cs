using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>The rules for the tags of a trail (CloudTrail API reference, Tag and AddTags).</summary>
internal static class TrailTags
{
    private const int Most = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;
    private const string Reserved = "aws:";

    /// <summary>Sets tags; those of the same keys are replaced.</summary>
    public static void Add(SandboxTrail trail, IReadOnlyList<JsonObject> tags)
    {
        var given = tags.Select(Read).ToArray();
        if (given.Select(tag => tag.Key).Distinct(StringComparer.Ordinal).Count() < given.Length)
            throw TrailRefusals.InvalidTag("Tag keys must be unique.");
        if (trail.Tags.Keys.Union(given.Select(tag => tag.Key)).Count() > Most)
            throw TrailRefusals.TooManyTags(trail.Arn, Most);
        foreach (var (key, value) in given)
            trail.Tags[key] = value;
    }

    /// <summary>A tag; its value may be left out.</summary>
    public static (string Key, string Value) Read(JsonObject tag)
    {
        var key = tag.Text("Key") ?? "";
        var value = tag.Text("Value") ?? "";
        if (key.Length is 0 or > LongestKey || key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase))
            throw TrailRefusals.InvalidTag($"Tag keys have 1 to {LongestKey} characters and do not begin with {Reserved}");
        return value.Length <= LongestValue ? (key, value) : throw TrailRefusals.InvalidTag($"Tag values have at most {LongestValue} characters.");
    }

    public static JsonArray ToJson(SandboxTrail trail) =>
        [.. trail.Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })];
}
