using System.Reflection;
using System.Text.Json;

namespace OrgTrail.Testing;

/// <summary>The PowerShell of the tool manifest, so that a machine with only the .NET SDK has one; else the one on PATH.</summary>
internal static class PowerShellTool
{
    private static readonly Lazy<string> Tool = new(Find);

    /// <summary>The full path of a <c>pwsh</c> that starts it.</summary>
    public static string Program => Tool.Value;

    /// <summary>PATH with the folder of <see cref="Program"/> before all others: scripts that call <c>pwsh</c> get the same one.</summary>
    public static string SearchPath => Path.GetDirectoryName(Program) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");

    private static string Find() =>
        Assembly() is { } assembly ? Starter(assembly)
        : ProgramFile.Find("pwsh")
            ?? throw new InvalidOperationException("There is no PowerShell: 'dotnet tool restore' did not bring the manifest's, and there is no pwsh on PATH.");

    private static string? Assembly()
    {
        var packages = typeof(PowerShellTool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "NuGetPackageRoot").Value!;
        var tools = Path.Combine(packages, "powershell", Version(), "tools");
        return Directory.Exists(tools)
            ? Directory.EnumerateFiles(tools, "pwsh.dll", SearchOption.AllDirectories)
                .SingleOrDefault(file => Path.GetFileName(Path.GetDirectoryName(file)) == (OperatingSystem.IsWindows() ? "win" : "unix"))
            : null;
    }

    private static string Version()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryPaths.Root, ".config", "dotnet-tools.json")));
        return manifest.RootElement.GetProperty("tools").GetProperty("powershell").GetProperty("version").GetString()!;
    }

    // The package's own native program is for one processor only, and a local tool has no program of its own.
    private static string Starter(string assembly)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? ProgramFile.Find("dotnet") ?? "dotnet";
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(typeof(PowerShellTool).Assembly.Location)!, "pwsh")).FullName;
        var (name, text) = OperatingSystem.IsWindows()
            ? ("pwsh.cmd", $"@\"{host}\" \"{assembly}\" %*\r\n")
            : ("pwsh", $"#!/bin/sh\nexec \"{host}\" \"{assembly}\" \"$@\"\n");
        var program = Path.Combine(folder, name);
        if (File.Exists(program) && File.ReadAllText(program) == text)
            return program;

        var draft = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllText(draft, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Move(draft, program, overwrite: true);
        return program;
    }
}
