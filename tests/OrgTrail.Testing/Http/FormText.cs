using System.Net;

namespace OrgTrail.Testing;

/// <summary>Reads <c>a=1&amp;b=2</c>, the text of a query and of an STS request.</summary>
internal static class FormText
{
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = field.Split('=', 2);
            fields[WebUtility.UrlDecode(parts[0])] = parts.Length == 2 ? WebUtility.UrlDecode(parts[1]) : "";
        }

        return fields;
    }
}
