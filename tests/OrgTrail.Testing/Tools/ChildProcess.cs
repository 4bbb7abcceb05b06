using System.Diagnostics;
using System.Text;

namespace OrgTrail.Testing;

/// <summary>Runs a program to its end, or to its time limit.</summary>
internal static class ChildProcess
{
    /// <param name="program">The full path.</param>
    /// <param name="arguments">One element an argument, no quoting.</param>
    /// <param name="environment">Added to our own; a null value removes the variable.</param>
    /// <param name="timeLimit">After which it is stopped with all its children.</param>
    public static ProcessResult Run(
        string program,
        IEnumerable<string> arguments,
        IEnumerable<KeyValuePair<string, string?>> environment,
        TimeSpan timeLimit)
    {
        using var process = new Process { StartInfo = StartInfo(program, arguments, environment) };
        var output = new StringBuilder();
        var error = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(error, line.Data);

        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExit(timeLimit);
        if (!ended)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();

        return new ProcessResult(ended ? process.ExitCode : -1, output.ToString(), error.ToString(), !ended);
    }

    public static ProcessStartInfo StartInfo(
        string program,
        IEnumerable<string> arguments,
        IEnumerable<KeyValuePair<string, string?>> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        return start;
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
            text.AppendLine(line);
    }
}
