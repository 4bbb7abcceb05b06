namespace OrgTrail.Aws.Profiles;

/// <summary>The format of the AWS configuration files: sections, keys, and indented keys below a key. Source: AWS SDKs and Tools reference, "Shared config and credentials files".</summary>
internal static class IniFile
{
    /// <summary>The sections by their headers. A section that stands there twice is one; of a key given twice the last counts.</summary>
    /// <param name="lines">The lines of a file; what is neither header, key nor comment is skipped, as the SDKs do.</param>
    /// <returns>Keys in lower case; a key below a key as <c>outer.inner</c>.</returns>
    public static Dictionary<string, Dictionary<string, string>> Read(IEnumerable<string> lines)
    {
        var sections = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        Dictionary<string, string>? section = null;
        var outer = "";
        foreach (var line in lines)
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] is '#' or ';') continue;
            if (Header(text) is { } header)
                section = sections.TryGetValue(header, out var known) ? known : sections[header] = new(StringComparer.OrdinalIgnoreCase);
            else if (section is not null && Pair(text) is var (key, value))
                section[char.IsWhiteSpace(line[0]) ? $"{outer}.{key}" : outer = key] = value;
        }

        return sections;
    }

    /// <summary>The name between brackets, blanks in it reduced to one; a comment may follow.</summary>
    private static string? Header(string text) => text[0] == '[' && text.IndexOf(']', StringComparison.Ordinal) is var end and > 0
        ? string.Join(' ', text[1..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        : null;

    private static (string Key, string Value)? Pair(string text) => text.IndexOf('=', StringComparison.Ordinal) is var equals and > 0
        ? (text[..equals].TrimEnd(), text[(equals + 1)..].TrimStart())
        : null;
}
