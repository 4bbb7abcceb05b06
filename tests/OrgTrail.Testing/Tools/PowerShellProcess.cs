namespace OrgTrail.Testing;

/// <summary>Scripts in a <c>pwsh</c> of their own.</summary>
public static class PowerShellProcess
{
    private static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromMinutes(2);

    /// <summary>The full path of <c>pwsh</c>: the tool manifest's.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Program => PowerShellTool.Program;

    /// <summary>Runs a script text. Errors that the script does not handle end it with a nonzero exit code.</summary>
    /// <param name="script">Put into a file of its own, so that quoting and length do not matter.</param>
    /// <param name="environment">Added to the throwaway environment; a null value removes the variable.</param>
    /// <param name="timeLimit">Two minutes when not given.</param>
    public static ProcessResult Run(string script, IReadOnlyDictionary<string, string?>? environment = null, TimeSpan? timeLimit = null)
    {
        var file = Path.Combine(Path.GetTempPath(), $"orgtrail-{Guid.NewGuid():N}.ps1");
        File.WriteAllText(file, "$ErrorActionPreference = 'Stop'\n" + script);
        try
        {
            return RunFile(file, [], environment, timeLimit);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Runs a script file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="arguments">Its arguments, named ones as two elements.</param>
    /// <param name="environment">Added to the throwaway environment; a null value removes the variable.</param>
    /// <param name="timeLimit">Two minutes when not given.</param>
    public static ProcessResult RunFile(
        string file,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        TimeSpan? timeLimit = null) => ChildProcess.Run(
            Program,
            ["-NoProfile", "-NonInteractive", "-File", file, .. arguments],
            Variables(environment),
            timeLimit ?? DefaultTimeLimit);

    /// <summary>Runs one command line, as <c>pwsh -NoProfile -Command</c> takes it.</summary>
    public static ProcessResult RunCommand(string command) => ChildProcess.Run(
        Program,
        ["-NoProfile", "-NonInteractive", "-Command", command],
        Variables(null),
        DefaultTimeLimit);

    private static Dictionary<string, string?> Variables(IReadOnlyDictionary<string, string?>? more)
    {
        var variables = ThrowawayEnvironment.Variables();
        variables["PATH"] = PowerShellTool.SearchPath;
        // Colours would be part of the text that tests compare.
        variables["NO_COLOR"] = "1";
        variables["POWERSHELL_UPDATECHECK"] = "Off";
        variables["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        foreach (var (name, value) in more ?? new Dictionary<string, string?>())
            variables[name] = value;
        return variables;
    }
}
