using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Reads the parameters of a call, refusing what AWS Organizations refuses of any operation.</summary>
internal static class OrganizationInput
{
    /// <summary>A parameter that must be there and match the pattern of the API reference.</summary>
    public static string Required(this JsonObject input, string name, Regex pattern)
    {
        var text = input.Optional(name);
        if (string.IsNullOrEmpty(text))
            throw OrganizationErrors.InvalidInput("INPUT_REQUIRED", $"You must provide a value for the parameter {name}.");
        return pattern.IsMatch(text) ? text : throw OrganizationErrors.InvalidInput(
            "INVALID_PATTERN", $"You provided a value that does not match the required pattern for the parameter {name}.");
    }

    /// <summary>A text; <see langword="null"/> when it was not sent.</summary>
    public static string? Optional(this JsonObject input, string name) =>
        input[name] is not { } node ? null
            : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>()
            : throw WrongType(name, "a string");

    /// <summary>A number; <see langword="null"/> when it was not sent.</summary>
    public static int? OptionalNumber(this JsonObject input, string name) =>
        input[name] is not { } node ? null
            : node is JsonValue value && value.TryGetValue<int>(out var number) ? number
            : throw WrongType(name, "an integer");

    /// <summary>One of a few values; <see langword="null"/> when it was not sent.</summary>
    public static string? OptionalEnum(this JsonObject input, string name, string reason, params ReadOnlySpan<string> values) =>
        input.Optional(name) is not { } text ? null
            : values.Contains(text) ? text
            : throw OrganizationErrors.InvalidInput(reason, $"You specified an invalid value for the parameter {name}.");

    /// <summary>Tags by key: none when they were not sent.</summary>
    public static Dictionary<string, string> Tags(this JsonObject input)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in (input["Tags"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (!tags.TryAdd(tag.Required("Key", OrganizationPatterns.Tag()), tag.Optional("Value") ?? ""))
                throw OrganizationErrors.InvalidInput("DUPLICATE_TAG_KEY", "Tag keys must be unique among the attached tags on the same entity.");
        }

        return tags;
    }

    private static AwsErrorException WrongType(string name, string expected) =>
        new("SerializationException", $"{name} must be {expected}.");
}
