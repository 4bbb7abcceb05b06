using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>What a trail's selectors let it log.</summary>
internal static class LoggedEvents
{
    public static bool IncludesManagementWrites(SandboxTrail trail) => Includes(trail, "ReadOnly", "true");

    public static bool IncludesManagementReads(SandboxTrail trail) => Includes(trail, "WriteOnly", "false");

    // Whether a selector for management events does not confine itself to the others.
    private static bool Includes(SandboxTrail trail, string otherType, string otherReadOnly) => (trail.EventSelectors, trail.AdvancedEventSelectors) switch
    {
        ({ } basic, _) => basic.Any(selector =>
            selector!["IncludeManagementEvents"]?.GetValue<bool>() != false && selector["ReadWriteType"]?.GetValue<string>() != otherType),
        (_, { } advanced) => advanced.Any(selector =>
            Value(selector!, "eventCategory") == "Management" && Value(selector!, "readOnly") != otherReadOnly),
        _ => true,
    };

    private static string? Value(JsonNode selector, string field) => selector["FieldSelectors"]!.AsArray()
        .FirstOrDefault(candidate => candidate!["Field"]!.GetValue<string>() == field)?["Equals"]?[0]?.GetValue<string>();
}
