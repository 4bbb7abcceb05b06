using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>A field of an advanced event selector and what its value is compared with.</summary>
/// <param name="Field">The field, for example <c>eventName</c>.</param>
/// <param name="Operators">The values by operator.</param>
internal sealed record FieldSelector(string Field, IReadOnlyDictionary<string, IReadOnlyList<string>> Operators)
{
    private const int LongestValue = 2048;
    private static readonly string[] Names = ["Equals", "StartsWith", "EndsWith", "NotEquals", "NotStartsWith", "NotEndsWith"];

    public static FieldSelector Read(JsonObject given)
    {
        var operators = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var name in Names)
        {
            if (given.Texts(name) is { Count: > 0 } values)
                operators[name] = values;
        }

        var field = given.Text("Field") ?? "";
        if (operators.Count == 0)
            throw TrailRefusals.InvalidEventSelectors($"The field selector for {field} has no value.");
        if (operators.Values.Any(values => values.Any(value => value.Length is 0 or > LongestValue)))
            throw TrailRefusals.InvalidEventSelectors($"A value for {field} has 1 to {LongestValue} characters.");
        return new FieldSelector(field, operators);
    }

    /// <summary>The values of an operator when it is the only one; otherwise <see langword="null"/>.</summary>
    public IReadOnlyList<string>? Only(string name) => Operators.Count == 1 ? Operators.GetValueOrDefault(name) : null;

    public JsonObject ToJson()
    {
        var json = new JsonObject { [nameof(Field)] = Field };
        foreach (var (name, values) in Operators)
            json[name] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        return json;
    }
}
