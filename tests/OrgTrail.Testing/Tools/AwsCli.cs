namespace OrgTrail.Testing;

/// <summary>The AWS CLI, pointed at a test server, with throwaway keys and none of the machine's own configuration.</summary>
/// <param name="endpoint">The server's address.</param>
/// <param name="region">The Region that requests are signed for.</param>
/// <param name="accessKey">The access key id that requests are signed with.</param>
public sealed class AwsCli(string endpoint, string region = "us-east-1", string accessKey = ThrowawayEnvironment.AccessKey)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);

    private static readonly Lazy<string?> Missing = new(Probe);

    /// <summary>Whether the machine has one that starts.</summary>
    public static bool Available => Missing.Value is null;

    /// <summary>Why it is not <see cref="Available"/>; otherwise empty.</summary>
    public static string MissingBecause => Missing.Value ?? "";

    /// <summary>Runs one command, for example <c>cloudtrail get-trail --name acme</c>, each word an argument.</summary>
    public AwsCliResult Run(params string[] arguments) => new(ChildProcess.Run(
        Program,
        ["--endpoint-url", endpoint, "--region", region, "--output", "json", .. arguments],
        Environment(),
        TimeLimit));

    /// <summary>The full path of <c>aws</c>.</summary>
    public static string Program => ProgramFile.Find("aws") ?? throw new InvalidOperationException("There is no AWS CLI on PATH.");

    // Some commands, such as cloudtrail validate-logs, make clients of other services without the option's address.
    private Dictionary<string, string?> Environment() => new(ThrowawayEnvironment.Variables(region))
    {
        ["AWS_ENDPOINT_URL"] = endpoint,
        ["AWS_ACCESS_KEY_ID"] = accessKey,
    };

    private static string? Probe()
    {
        if (ProgramFile.Find("aws") is not { } program)
            return "there is no AWS CLI (aws) on PATH";

        // A version manager's stand-in is on PATH even when the program is not installed.
        var version = ChildProcess.Run(program, ["--version"], ThrowawayEnvironment.Variables(), TimeLimit);
        return version.ExitCode == 0 ? null : "the AWS CLI (aws) does not start";
    }
}
