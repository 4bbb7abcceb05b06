using System.Text;

namespace OrgTrail.Sandbox.Protocol;

/// <summary>Reads <c>application/x-www-form-urlencoded</c>, which query strings are too.</summary>
internal static class FormText
{
    public static IReadOnlyDictionary<string, string> Parse(ReadOnlySpan<byte> text) => Parse(Encoding.UTF8.GetString(text));

    /// <summary>Of a name given twice the last counts; a name without a value has an empty one.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            values[Decode(parts[0])] = parts.Length == 2 ? Decode(parts[1]) : "";
        }

        return values;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
