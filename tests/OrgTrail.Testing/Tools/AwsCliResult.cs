using System.Text.Json;

namespace OrgTrail.Testing;

/// <summary>The outcome of one AWS CLI command.</summary>
public sealed class AwsCliResult
{
    private readonly ProcessResult _process;

    internal AwsCliResult(ProcessResult process) => _process = process;

    /// <summary>Whether the command succeeded.</summary>
    public bool Succeeded => _process.ExitCode == 0;

    /// <summary>What it said on standard error.</summary>
    public string Error => _process.Error;

    /// <summary>What it printed, as text.</summary>
    public string Text => _process.Output;

    /// <summary>What it printed; undefined when it printed nothing.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public JsonElement Json => !Succeeded
        ? throw new InvalidOperationException($"The AWS CLI failed: {_process}")
        : string.IsNullOrWhiteSpace(Text) ? default : JsonSerializer.Deserialize<JsonElement>(Text);
}
