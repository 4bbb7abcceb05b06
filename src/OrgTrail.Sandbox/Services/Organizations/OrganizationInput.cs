using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Reads the parameters of a call, refusing what AWS Organizations refuses of any operation.</summary>
internal static class OrganizationInput
{
    /// <summary>A parameter that must be there and match the pattern of the API reference.</summary>
    public static string Required(this JsonObject input, string name, Regex pattern)
    {
        var text = input.Text(name);
        if (string.IsNullOrEmpty(text))
            throw OrganizationErrors.InvalidInput("INPUT_REQUIRED", $"You must provide a value for the parameter {name}.");
        return pattern.IsMatch(text) ? text : throw OrganizationErrors.InvalidInput(
            "INVALID_PATTERN", $"You provided a value that does not match the required pattern for the parameter {name}.");
    }

    /// <summary>One of a few values; <see langword="null"/> when it was not sent.</summary>
    public static string? OptionalEnum(this JsonObject input, string name, string reason, params ReadOnlySpan<string> values) =>
        input.Text(name) is not { } text ? null
            : values.Contains(text) ? text
            : throw OrganizationErrors.InvalidInput(reason, $"You specified an invalid value for the parameter {name}.");

    /// <summary>Tags by key: none when they were not sent.</summary>
    public static Dictionary<string, string> Tags(this JsonObject input)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in input.Objects("Tags") ?? [])
        {
            if (!tags.TryAdd(tag.Required("Key", OrganizationPatterns.Tag()), tag.Text("Value") ?? ""))
                throw OrganizationErrors.InvalidInput("DUPLICATE_TAG_KEY", "Tag keys must be unique among the attached tags on the same entity.");
        }

        return tags;
    }
}
