namespace OrgTrail.Testing;

/// <summary>Python scripts that use boto3, AWS's SDK for Python, pointed at a test server, with throwaway keys.</summary>
/// <param name="endpoint">The server's address.</param>
public sealed class Boto3(string endpoint)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);

    private static readonly Lazy<(string? Program, string Missing)> Python = new(Probe);

    /// <summary>Whether the machine has a Python that has it.</summary>
    public static bool Available => Python.Value.Program is not null;

    /// <summary>Why it is not <see cref="Available"/>; otherwise empty.</summary>
    public static string MissingBecause => Python.Value.Missing;

    /// <summary>Runs a script file; clients that it makes find the server by themselves.</summary>
    public ProcessResult Run(string script, params string[] arguments) => ChildProcess.Run(
        Python.Value.Program ?? throw new InvalidOperationException(MissingBecause),
        [script, .. arguments],
        new Dictionary<string, string?>(ThrowawayEnvironment.Variables()) { ["AWS_ENDPOINT_URL"] = endpoint },
        TimeLimit);

    private static (string?, string) Probe()
    {
        if ((ProgramFile.Find("python3") ?? ProgramFile.Find("python")) is not { } program)
            return (null, "there is no Python (python3) on PATH");

        var import = ChildProcess.Run(program, ["-c", "import boto3"], ThrowawayEnvironment.Variables(), TimeLimit);
        return import.ExitCode == 0 ? (program, "") : (null, "Python (python3) has no boto3");
    }
}
