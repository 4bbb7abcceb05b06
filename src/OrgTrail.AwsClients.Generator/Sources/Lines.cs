namespace OrgTrail.AwsClients.Generator.Sources;

/// <summary>How pieces of source are put into each other.</summary>
internal static class Lines
{
    private const string Step = "    ";

    /// <summary>The text a step further in; empty lines stay empty.</summary>
    public static string Indented(this string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : Step + line));

    /// <summary>A piece for each, below each other.</summary>
    public static string Each<T>(this IEnumerable<T> things, Func<T, string> piece) => string.Join('\n', things.Select(piece));

    /// <summary>A text of the model as a literal.</summary>
    public static string Quoted(this string? text) =>
        text is null ? "null" : "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
