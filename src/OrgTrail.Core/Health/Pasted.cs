namespace OrgTrail.Health;

/// <summary>Parts of commands that can be pasted.</summary>
internal static class Pasted
{
    /// <summary>The parameter for a trail's prefix, with a blank before it; nothing for a trail without one.</summary>
    public static string Prefix(Trail trail) => Prefix(trail.S3KeyPrefix);

    /// <summary>The same for a prefix.</summary>
    public static string Prefix(string? s3KeyPrefix) => string.IsNullOrEmpty(s3KeyPrefix) ? "" : $" -S3KeyPrefix {Text(s3KeyPrefix)}";

    /// <summary>A text as PowerShell takes it literally, whatever characters it has.</summary>
    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
