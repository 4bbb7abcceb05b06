using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>TagResource, UntagResource and ListResourceTags.</summary>
internal sealed class KeyTags(KeyStore store)
{
    private const int Most = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    public JsonObject? Tag(ServiceCall call, JsonObject body)
    {
        Add(store.FindUsable(call, body), body);
        return null;
    }

    public JsonObject? Untag(ServiceCall call, JsonObject body)
    {
        var key = store.FindUsable(call, body);
        foreach (var name in body.Texts("TagKeys") ?? [])
            key.Tags.Remove(name);
        return null;
    }

    public JsonObject List(ServiceCall call, JsonObject body) => KmsPages.Page(
        body, "Tags", Most, [.. store.Find(call, body).Tags.Select(tag => new JsonObject { ["TagKey"] = tag.Key, ["TagValue"] = tag.Value })]);

    /// <summary>Sets the tags of the parameter <c>Tags</c>; those of the same keys are replaced.</summary>
    public static void Add(SandboxKey key, JsonObject body)
    {
        var given = (body.Objects("Tags") ?? []).Select(Read).ToArray();
        if (given.Select(tag => tag.Key).Distinct(StringComparer.Ordinal).Count() < given.Length)
            throw KmsRefusals.Tag("Tag keys must be unique.");
        if (key.Tags.Keys.Union(given.Select(tag => tag.Key)).Count() > Most)
            throw KmsRefusals.Tag("Too many tags");
        foreach (var (name, value) in given)
            key.Tags[name] = value;
    }

    private static (string Key, string Value) Read(JsonObject tag)
    {
        var (key, value) = (tag.Text("TagKey") ?? "", tag.Text("TagValue") ?? "");
        if (key.Length is 0 or > LongestKey)
            throw KmsRefusals.Invalid($"1 validation error detected: Value '{key}' at 'tags.1.member.tagKey' failed to satisfy constraint: Member must have length between 1 and {LongestKey}");
        if (value.Length > LongestValue)
            throw KmsRefusals.Invalid($"1 validation error detected: Value '{value}' at 'tags.1.member.tagValue' failed to satisfy constraint: Member must have length less than or equal to {LongestValue}");
        return key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) ? throw KmsRefusals.Tag($"Tag {key} is not valid.") : (key, value);
    }
}
