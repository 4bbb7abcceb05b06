namespace OrgTrail.Aws.Connection;

/// <summary>Reads the environment anew each time: it may change between two commands of one PowerShell session.</summary>
internal static class EnvironmentVariable
{
    /// <summary>The value; <see langword="null"/> when the variable is not set, or empty.</summary>
    public static string? Get(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>Whether the variable says <c>true</c>.</summary>
    public static bool IsTrue(string name) => string.Equals(Get(name), "true", StringComparison.OrdinalIgnoreCase);
}
