using System.Text.Json;
using OrgTrail.Testing;

namespace OrgTrail.Benchmarks.Scale;

/// <summary>A command in a cold pwsh, as <c>Measure.ps1</c> tells of it.</summary>
internal sealed record Measurement
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    /// <summary>How long the command took, the compilation of what it is the first to call included.</summary>
    public required double Seconds { get; init; }

    /// <summary>The process's peak of resident memory with the module imported.</summary>
    public required double MegabytesBefore { get; init; }

    /// <summary>The same behind the command.</summary>
    public required double MegabytesAfter { get; init; }

    /// <summary>How often a progress bar was drawn.</summary>
    public required int ProgressRecords { get; init; }

    /// <summary>What came down the pipeline.</summary>
    public required IReadOnlyList<Result> Results { get; init; }

    /// <summary>How long the process took from its start to its end.</summary>
    public double ProcessSeconds { get; private init; }

    /// <summary>The calls that it made.</summary>
    public IReadOnlyList<RecordedCall> Calls { get; private init; } = [];

    /// <summary>Measures a command.</summary>
    /// <exception cref="InvalidOperationException">It fails.</exception>
    public static Measurement Of(SandboxProcess sandbox, string command)
    {
        sandbox.ForgetCalls();
        var output = "";
        var milliseconds = Comparison.Time(() => output = Run(command));
        return JsonSerializer.Deserialize<Measurement>(output)! with { ProcessSeconds = milliseconds / 1000, Calls = sandbox.Calls() };
    }

    private static string Run(string command)
    {
        var result = PowerShellProcess.RunFile(
            Path.Combine(AppContext.BaseDirectory, "Scale", "Measure.ps1"),
            ["-Module", RepositoryPaths.ModuleManifest, "-Command", command],
            new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = SandboxProcess.ManagementAccount },
            TimeLimit);
        Comparison.Succeed(result);
        return result.Output;
    }

    /// <summary>The members of a check's result, or of a deployment.</summary>
    internal sealed record Result(string? CheckId, string? Verdict, string? Observed, bool? Changed);
}
