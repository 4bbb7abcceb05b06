namespace OrgTrail.Testing;

/// <summary>Finds programs the way a shell does.</summary>
internal static class ProgramFile
{
    /// <summary>The full path of a program on PATH; null when there is none.</summary>
    public static string? Find(string name)
    {
        var endings = OperatingSystem.IsWindows() ? new[] { ".exe", ".cmd", ".bat" } : [""];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
    }
}
