using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>The rules for advanced event selectors (CloudTrail API reference, AdvancedEventSelector and AdvancedFieldSelector).</summary>
internal static class AdvancedSelectors
{
    private const int MostValues = 500;
    private const int LongestName = 1000;
    private const string Equal = "Equals";
    private const string NotEqual = "NotEquals";

    private static readonly Dictionary<string, string[]> FieldsByCategory = new(StringComparer.Ordinal)
    {
        ["Management"] = ["eventCategory", "readOnly", "eventSource"],
        ["Data"] = ["eventCategory", "resources.type", "readOnly", "eventName", "eventSource", "eventType", "resources.ARN", "sessionCredentialFromConsole", "userIdentity.arn"],
        ["NetworkActivity"] = ["eventCategory", "eventSource", "eventName", "errorCode", "vpcEndpointId", "userIdentity.arn"],
    };

    private static readonly string[] Excludable = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];

    /// <summary>The selectors as CloudTrail answers them: without empty operators.</summary>
    public static JsonArray Read(IReadOnlyList<JsonObject> selectors)
    {
        if (selectors.Count == 0)
            throw TrailRefusals.InvalidEventSelectors("A trail has at least one advanced event selector.");
        var values = 0;
        var read = selectors.Select(selector => Selector(selector, ref values)).ToArray();
        return values <= MostValues ? [.. read] : throw TrailRefusals.InvalidEventSelectors($"The selectors have {values} values, more than {MostValues}.");
    }

    private static JsonObject Selector(JsonObject given, ref int values)
    {
        var name = given.Text("Name");
        if (name is { Length: > LongestName })
            throw TrailRefusals.InvalidEventSelectors($"The name of a selector has at most {LongestName} characters.");
        var fields = (given.Objects("FieldSelectors") ?? []).Select(FieldSelector.Read).ToArray();
        if (fields.Select(field => field.Field).Distinct(StringComparer.Ordinal).Count() < fields.Length)
            throw TrailRefusals.InvalidEventSelectors("A field stands in one field selector only.");
        Check(fields);
        values += fields.Sum(field => field.Operators.Sum(comparison => comparison.Value.Count));
        var selector = new JsonObject { ["FieldSelectors"] = new JsonArray([.. fields.Select(field => field.ToJson())]) };
        if (name is not null)
            selector["Name"] = name;
        return selector;
    }

    private static void Check(FieldSelector[] fields)
    {
        var category = OnlyValue(fields, "eventCategory");
        if (!FieldsByCategory.TryGetValue(category, out var allowed))
            throw TrailRefusals.InvalidEventSelectors($"eventCategory {category} is not one of {string.Join(", ", FieldsByCategory.Keys)}.");
        if (Array.Find(fields, field => !allowed.Contains(field.Field)) is { } stranger)
            throw TrailRefusals.InvalidEventSelectors($"{stranger.Field} is not a field for {category} events.");
        if (Array.Find(fields, field => field.Field == "readOnly") is { } readOnly && readOnly.Only(Equal) is not ["true" or "false"])
            throw TrailRefusals.InvalidEventSelectors("readOnly can only equal true or false.");
        if (category == "Management" && Array.Find(fields, field => field.Field == "eventSource") is { } source
            && (source.Only(NotEqual) is not { Count: > 0 } excluded || !excluded.All(Excludable.Contains)))
            throw TrailRefusals.InvalidEventSelectors($"For management events, eventSource can only be NotEquals {string.Join(" or ", Excludable)}.");
        CheckRequired(fields, category);
    }

    private static void CheckRequired(FieldSelector[] fields, string category)
    {
        if (category == "Data")
            OnlyValue(fields, "resources.type");
        if (category != "NetworkActivity")
            return;
        OnlyValue(fields, "eventSource");
        if (Array.Find(fields, field => field.Field == "errorCode") is { } error && error.Only(Equal) is not ["VpceAccessDenied"])
            throw TrailRefusals.InvalidEventSelectors("errorCode can only equal VpceAccessDenied.");
    }

    private static string OnlyValue(FieldSelector[] fields, string name) =>
        Array.Find(fields, field => field.Field == name)?.Only(Equal) is [var value]
            ? value
            : throw TrailRefusals.InvalidEventSelectors($"{name} is required, with Equals and one value.");
}
