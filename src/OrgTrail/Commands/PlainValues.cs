using System.Collections;
using System.Management.Automation;

namespace OrgTrail.Commands;

/// <summary>
/// Takes what people write at the prompt apart into what Core reads: texts, numbers, truth values, lists, and tables of
/// these by name. Selectors whose types live in another load context, such as AWS Tools', become tables of their members.
/// </summary>
internal static class PlainValues
{
    // Selectors are five levels deep. What is deeper may well hold itself.
    private const int Deepest = 10;

    // By one of these members each, selectors and their parts are known: anything else is not taken apart, since it may
    // hang together with half of the process.
    private static readonly string[] Marks = ["ReadWriteType", "Values", "FieldSelectors", "Field", "InsightType"];

    /// <summary>The plain values of what was given; none for nothing.</summary>
    internal static IReadOnlyList<object?> List(object? given) => Of(given, 0) switch
    {
        null => [],
        IReadOnlyList<object?> list => list,
        var single => [single],
    };

    /// <summary>The plain value of one thing.</summary>
    internal static object? Of(object? given) => Of(given, 0);

    private static object? Of(object? given, int depth) => given switch
    {
        PSObject { BaseObject: PSCustomObject } table => Members(table, depth),
        PSObject wrapped => Of(wrapped.BaseObject, depth),
        null or string or bool or IFormattable => given,
        _ when given.GetType().Assembly == typeof(Trail).Assembly => given,
        _ when depth > Deepest => $"{given}",
        IDictionary table => Entries(table, depth),
        IEnumerable list => list.Cast<object?>().Select(item => Of(item, depth + 1)).ToArray(),
        _ => Constant(given) ?? (object?)Selector(PSObject.AsPSObject(given), depth) ?? $"{given}",
    };

    // A constant of an AWS SDK, such as ReadWriteType.All, is its text.
    private static string? Constant(object given) =>
        given.GetType().GetProperties() is [{ Name: "Value" } value] && value.PropertyType == typeof(string) ? (string?)value.GetValue(given) : null;

    private static Dictionary<string, object?>? Selector(PSObject foreign, int depth) =>
        Array.Exists(Marks, name => foreign.Properties[name] is not null) ? Members(foreign, depth) : null;

    private static Dictionary<string, object?> Members(PSObject table, int depth) => Named(
        table.Properties.Where(member => member.IsGettable).Select(member => (member.Name, (object?)member.Value)), depth);

    private static Dictionary<string, object?> Entries(IDictionary table, int depth) =>
        Named(table.Cast<DictionaryEntry>().Select(entry => ($"{entry.Key}", (object?)entry.Value)), depth);

    private static Dictionary<string, object?> Named(IEnumerable<(string Name, object? Value)> members, int depth)
    {
        var table = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in members) table[name] = Of(value, depth + 1);
        return table;
    }
}
