namespace OrgTrail.Health;

/// <summary>Parts of commands that can be pasted.</summary>
internal static class Pasted
{
    /// <summary>The parameter for a trail's prefix, with a blank before it; nothing for a trail without one.</summary>
    public static string Prefix(Trail trail) => string.IsNullOrEmpty(trail.S3KeyPrefix) ? "" : $" -S3KeyPrefix {Quoted(trail.S3KeyPrefix)}";

    /// <summary>A text as PowerShell takes it literally, whatever characters it has.</summary>
    private static string Quoted(string text) => text.All(IsPlain) ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '/';
}
