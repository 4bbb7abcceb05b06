namespace OrgTrail.Testing;

/// <summary>Where things lie in the clone that this library was built in.</summary>
public static class RepositoryPaths
{
    /// <summary>The folder of <c>OrgTrail.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The built module's folder, <c>out/OrgTrail</c>.</summary>
    public static string Module { get; } = Path.Combine(Root, "out", "OrgTrail");

    /// <summary>What <c>Import-Module</c> takes.</summary>
    public static string ModuleManifest { get; } = Path.Combine(Module, "OrgTrail.psd1");

    /// <summary>The Pester suites' folder.</summary>
    public static string PesterSuites { get; } = Path.Combine(Root, "tests", "OrgTrail.Tests", "Pester");

    private static string FindRoot()
    {
        // Not AppContext.BaseDirectory: inside pwsh that is PowerShell's own folder.
        var start = Path.GetDirectoryName(typeof(RepositoryPaths).Assembly.Location)!;
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OrgTrail.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above '{start}' has OrgTrail.sln.");
    }
}
