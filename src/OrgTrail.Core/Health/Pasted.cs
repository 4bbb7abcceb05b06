namespace OrgTrail.Health;

/// <summary>Parts of commands that can be pasted.</summary>
internal static class Pasted
{
    /// <summary>The parameter for a trail's prefix, with a blank before it; nothing for a trail without one.</summary>
    public static string Prefix(Trail trail) => string.IsNullOrEmpty(trail.S3KeyPrefix) ? "" : $" -S3KeyPrefix {Text(trail.S3KeyPrefix)}";

    /// <summary>A text as PowerShell takes it literally, whatever characters it has.</summary>
    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
