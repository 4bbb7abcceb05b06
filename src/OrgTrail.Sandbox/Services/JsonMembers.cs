using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services;

/// <summary>
/// Reads and writes the members of a JSON protocol's objects. <c>null</c> counts as absent, as it does for AWS; a member
/// of another type than AWS's model names is refused.
/// </summary>
internal static class JsonMembers
{
    /// <summary>A string; <see langword="null"/> when it is absent.</summary>
    public static string? Text(this JsonObject body, string name) => Member(body, name) is { } node ? AsText(node, name) : null;

    /// <summary>A truth value; <see langword="null"/> when it is absent.</summary>
    public static bool? Flag(this JsonObject body, string name) =>
        Member(body, name) is not { } node ? null
        : node is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag
        : throw WrongType(name, "a Boolean");

    /// <summary>A whole number; <see langword="null"/> when it is absent.</summary>
    public static int? Number(this JsonObject body, string name) =>
        Member(body, name) is not { } node ? null
        : node is JsonValue value && value.TryGetValue<int>(out var number) ? number
        : throw WrongType(name, "an integer");

    /// <summary>A time, sent as seconds since 1970; <see langword="null"/> when it is absent.</summary>
    public static DateTimeOffset? Time(this JsonObject body, string name)
    {
        if (Member(body, name) is not { } node)
            return null;
        return node is JsonValue value && value.TryGetValue<double>(out var seconds) && Math.Abs(seconds) < 1e11
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : throw WrongType(name, "a timestamp");
    }

    /// <summary>A list; <see langword="null"/> when it is absent.</summary>
    public static JsonArray? List(this JsonObject body, string name) =>
        Member(body, name) is not { } node ? null : node as JsonArray ?? throw WrongType(name, "a list");

    /// <summary>A list of strings; <see langword="null"/> when it is absent.</summary>
    public static IReadOnlyList<string>? Texts(this JsonObject body, string name) =>
        body.List(name)?.Select(node => AsText(node, name)).ToArray();

    /// <summary>A list of structures; <see langword="null"/> when it is absent.</summary>
    public static IReadOnlyList<JsonObject>? Objects(this JsonObject body, string name) =>
        body.List(name)?.Select(node => node as JsonObject ?? throw WrongType(name, "a list of structures")).ToArray();

    /// <summary>A time as the JSON protocols write it: seconds since 1970, with a fraction.</summary>
    public static JsonNode? Seconds(DateTimeOffset? time) =>
        time is { } known ? JsonValue.Create((known - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond / 1000.0) : null;

    /// <summary>The object without the members that are <see langword="null"/>: AWS leaves out what has no value.</summary>
    public static JsonObject WithoutNulls(this JsonObject body)
    {
        foreach (var name in body.Where(member => member.Value is null).Select(member => member.Key).ToArray())
            body.Remove(name);
        return body;
    }

    private static JsonNode? Member(JsonObject body, string name) => body.TryGetPropertyValue(name, out var node) ? node : null;

    private static string AsText(JsonNode? node, string name) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw WrongType(name, "a string");

    private static AwsErrorException WrongType(string name, string wanted) =>
        new("SerializationException", $"{name} must be {wanted}.");
}
