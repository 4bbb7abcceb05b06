using System.Collections.Concurrent;
using OrgTrail.Testing;

namespace OrgTrail.Tests.Engine;

/// <summary>Runs each suite once, in a pwsh of its own, when its first test is asked for; with a moto_server for all of them.</summary>
public sealed class PesterRuns : IDisposable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, PesterReport> _reports = new(StringComparer.Ordinal);
    private readonly Lazy<(MotoServer? Server, string Missing)> _moto = new(StartMoto);

    internal PesterReport Report(PesterSuite suite) => _reports.GetOrAdd(suite.Name, _ => Run(suite));

    public void Dispose()
    {
        if (_moto.IsValueCreated)
            _moto.Value.Server?.Dispose();
    }

    private static (MotoServer?, string) StartMoto()
    {
        try
        {
            return (MotoServer.Start(), "");
        }
        catch (InvalidOperationException missing)
        {
            return (null, missing.Message);
        }
    }

    private PesterReport Run(PesterSuite suite)
    {
        var result = Path.Combine(Path.GetTempPath(), $"orgtrail-{Guid.NewGuid():N}.json");
        try
        {
            var script = Path.Combine(RepositoryPaths.Root, "tests", "OrgTrail.Tests", "Engine", "Invoke-Suite.ps1");
            var process = PowerShellProcess.RunFile(script, ["-Suite", suite.File, "-Result", result], Environment(), TimeLimit);
            return File.Exists(result) ? PesterReport.Read(File.ReadAllText(result)) : PesterReport.Failed(process.ToString());
        }
        finally
        {
            File.Delete(result);
        }
    }

    /// <summary>What Pester/Support.ps1 reads.</summary>
    private Dictionary<string, string?> Environment() => new()
    {
        ["ORGTRAIL_TEST_MODULE"] = RepositoryPaths.ModuleManifest,
        ["ORGTRAIL_TEST_LIBRARY"] = typeof(ScriptedAws).Assembly.Location,
        // Beside us, see the project file; PowerShell adds its own folders.
        ["PSModulePath"] = Path.Combine(AppContext.BaseDirectory, "modules"),
        ["ORGTRAIL_TEST_MOTO"] = _moto.Value.Server?.Endpoint,
        ["ORGTRAIL_TEST_MOTO_MISSING"] = _moto.Value.Missing,
    };
}
