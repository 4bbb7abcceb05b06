using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace OrgTrail.Testing;

/// <summary>
/// A process in which many AWS CLI commands run, one after the other: see aws_cli_worker.py. Those that are idle wait for
/// the next command of this test process.
/// </summary>
internal sealed class AwsCliWorker : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<string?> Python = new(FindPython);
    private static readonly ConcurrentBag<AwsCliWorker> Idle = [];

    private readonly Process _process;

    private AwsCliWorker(string python)
    {
        var script = Path.Combine(Path.GetDirectoryName(typeof(AwsCliWorker).Assembly.Location)!, "Tools", "aws_cli_worker.py");
        var start = ChildProcess.StartInfo(python, [script], ThrowawayEnvironment.Variables());
        // What goes wrong with the process itself is seen where the tests run.
        (start.RedirectStandardError, start.StandardErrorEncoding) = (false, null);
        _process = Process.Start(start)!;
    }

    /// <summary>Whether the AWS CLI of this machine is a package of the Python on PATH; otherwise each command needs a process of its own.</summary>
    public static bool Available => Python.Value is not null;

    /// <summary>Runs one command in a worker that is idle, or in a new one.</summary>
    public static ProcessResult Run(IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>> environment, TimeSpan timeLimit)
    {
        if (!Idle.TryTake(out var worker))
            worker = new AwsCliWorker(Python.Value!);
        var result = worker.Ask(new(arguments, Complete(environment), Directory.GetCurrentDirectory()), timeLimit);
        if (result.TimedOut)
            worker.Dispose();
        else
            Idle.Add(worker);
        return result;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static Dictionary<string, string> Complete(IEnumerable<KeyValuePair<string, string?>> changes)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        foreach (var (name, value) in changes)
        {
            if (value is null)
                environment.Remove(name);
            else
                environment[name] = value;
        }

        return environment;
    }

    private static string? FindPython()
    {
        if ((ProgramFile.Find("python3") ?? ProgramFile.Find("python")) is not { } python)
            return null;

        // The very CLI that is on PATH, not another copy of it.
        var versions = ChildProcess.Run(
            python,
            ["-c", "import awscli; print('aws-cli/' + awscli.__version__)"],
            ThrowawayEnvironment.Variables(),
            TimeSpan.FromMinutes(1));
        return versions.ExitCode == 0 && AwsCli.Version.StartsWith(versions.Output.Trim() + ' ', StringComparison.Ordinal) ? python : null;
    }

    private ProcessResult Ask(Command command, TimeSpan timeLimit)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(command, Json));
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLineAsync();
        if (!answer.Wait(timeLimit))
            return new ProcessResult(-1, "", "", TimedOut: true);

        var line = answer.Result ?? throw new InvalidOperationException("The process for AWS CLI commands ended by itself.");
        var outcome = JsonSerializer.Deserialize<Outcome>(line, Json)!;
        return new ProcessResult(outcome.ExitCode, outcome.Output, outcome.Error, TimedOut: false);
    }

    private sealed record Command(IEnumerable<string> Arguments, Dictionary<string, string> Environment, string Folder);

    private sealed record Outcome(int ExitCode, string Output, string Error);
}
