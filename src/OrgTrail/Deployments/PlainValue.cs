using System.Collections;
using System.Management.Automation;

namespace OrgTrail.Deployments;

/// <summary>Takes PowerShell out of values: what is left are texts, truth values, numbers, lists and tables, and our own objects.</summary>
internal static class PlainValue
{
    // Selectors are the deepest that is meant: a list of tables of lists of tables of lists.
    private const int Deepest = 10;

    /// <summary>A value without PowerShell.</summary>
    internal static object? From(object? value) => From(value, 0);

    private static object? From(object? value, int depth) => value switch
    {
        PSObject { BaseObject: PSCustomObject } custom => Members(custom, depth),
        PSObject wrapped => From(wrapped.BaseObject, depth),
        null or string or bool or int or long or double => value,
        SwitchParameter given => given.IsPresent,
        byte or sbyte or short or ushort or uint => Convert.ToInt64(value, null),
        ulong or float or decimal => Convert.ToDouble(value, null),
        _ when depth > Deepest => $"{value}",
        IDictionary table => Table(table, depth),
        IEnumerable items => items.Cast<object?>().Select(item => From(item, depth + 1)).ToArray(),
        // AWS Tools' selectors are read by their members, since their types live in another context.
        _ => value.GetType().Assembly == typeof(Trail).Assembly ? value : Members(PSObject.AsPSObject(value), depth),
    };

    private static Dictionary<string, object?> Table(IDictionary table, int depth)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in table) entries[$"{entry.Key}"] = From(entry.Value, depth + 1);
        return entries;
    }

    private static Dictionary<string, object?> Members(PSObject value, int depth) => value.Properties
        .Where(property => property.IsGettable)
        .ToDictionary(property => property.Name, property => From(property.Value, depth + 1));
}
