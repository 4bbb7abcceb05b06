using OrgTrail.Testing;

namespace OrgTrail.Benchmarks;

/// <summary>A pwsh that imports the module, against a pwsh that does nothing.</summary>
internal static class ImportBenchmark
{
    private const double MostMilliseconds = 60;

    public static void Run(int runs)
    {
        Prerequisites.Check(withServer: false);
        Console.WriteLine($"import: {runs} pairs, {PowerShellProcess.Program}");

        var import = $"Import-Module '{RepositoryPaths.ModuleManifest}'";
        var comparison = Comparison.Run(
            runs,
            () => Comparison.Time(() => Comparison.Succeed(PowerShellProcess.RunCommand(import))),
            () => Comparison.Time(() => Comparison.Succeed(PowerShellProcess.RunCommand(""))));
        comparison.Print("pwsh with Import-Module", "bare pwsh");
        Comparison.Print("difference, pair by pair", comparison.Differences, "0 ms");
        Comparison.PrintTarget($"at most {MostMilliseconds} ms more", Comparison.Median(comparison.Differences) <= MostMilliseconds);

        CompareWithEmptyManifest(import, runs);

        var loaded = PowerShellProcess.RunCommand($"{import}; [AppDomain]::CurrentDomain.GetAssemblies().Where{{ $_.GetName().Name -like 'AWSSDK*' }}.FullName");
        Comparison.Succeed(loaded);
        Comparison.PrintTarget("no AWSSDK assembly is loaded by the import", string.IsNullOrWhiteSpace(loaded.Output));
    }

    // What PowerShell itself takes to import any manifest is in the difference above; this leaves it out.
    private static void CompareWithEmptyManifest(string import, int runs)
    {
        var manifest = Path.Combine(Path.GetTempPath(), $"orgtrail{Guid.NewGuid():N}.psd1");
        File.WriteAllText(manifest, "@{ ModuleVersion = '1.0' }");
        try
        {
            var comparison = Comparison.Run(
                runs,
                () => Comparison.Time(() => Comparison.Succeed(PowerShellProcess.RunCommand(import))),
                () => Comparison.Time(() => Comparison.Succeed(PowerShellProcess.RunCommand($"Import-Module '{manifest}'"))));
            comparison.Print("pwsh with Import-Module", "pwsh, an empty manifest");
            Comparison.Print("difference, pair by pair", comparison.Differences, "0 ms");
        }
        finally
        {
            File.Delete(manifest);
        }
    }
}
