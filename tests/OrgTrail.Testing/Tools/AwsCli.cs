namespace OrgTrail.Testing;

/// <summary>The AWS CLI, pointed at a test server, with throwaway keys and none of the machine's own configuration.</summary>
/// <param name="endpoint">The server's address.</param>
/// <param name="region">The Region that requests are signed for.</param>
/// <param name="accessKey">The access key id that requests are signed with.</param>
/// <param name="ownProcess">Whether each command gets a process of its own, as a user's does; otherwise commands share one where that works.</param>
public sealed class AwsCli(string endpoint, string region = "us-east-1", string accessKey = ThrowawayEnvironment.AccessKey, bool ownProcess = false)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);

    private static readonly Lazy<(string Version, string? Missing)> Probed = new(Probe);

    /// <summary>Whether the machine has one that starts.</summary>
    public static bool Available => Probed.Value.Missing is null;

    /// <summary>Why it is not <see cref="Available"/>; otherwise empty.</summary>
    public static string MissingBecause => Probed.Value.Missing ?? "";

    /// <summary>What <c>aws --version</c> says; empty when it is not <see cref="Available"/>.</summary>
    public static string Version => Probed.Value.Version;

    /// <summary>Runs one command, for example <c>cloudtrail get-trail --name acme</c>, each word an argument.</summary>
    public AwsCliResult Run(params string[] arguments)
    {
        string[] all = ["--endpoint-url", endpoint, "--region", region, "--output", "json", .. arguments];
        return new(ownProcess || !AwsCliWorker.Available
            ? ChildProcess.Run(Program, all, Environment(), TimeLimit)
            : AwsCliWorker.Run(all, Environment(), TimeLimit));
    }

    /// <summary>The full path of <c>aws</c>.</summary>
    public static string Program => ProgramFile.Find("aws") ?? throw new InvalidOperationException("There is no AWS CLI on PATH.");

    // Some commands, such as cloudtrail validate-logs, make clients of other services without the option's address.
    private Dictionary<string, string?> Environment() => new(ThrowawayEnvironment.Variables(region))
    {
        ["AWS_ENDPOINT_URL"] = endpoint,
        ["AWS_ACCESS_KEY_ID"] = accessKey,
    };

    private static (string, string?) Probe()
    {
        if (ProgramFile.Find("aws") is not { } program)
            return ("", "there is no AWS CLI (aws) on PATH");

        // A version manager's stand-in is on PATH even when the program is not installed.
        var version = ChildProcess.Run(program, ["--version"], ThrowawayEnvironment.Variables(), TimeLimit);
        return version.ExitCode == 0 ? (version.Output, null) : ("", "the AWS CLI (aws) does not start");
    }
}
