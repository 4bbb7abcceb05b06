using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using OrgTrail.Aws.Profiles;

namespace OrgTrail.Aws.Credentials;

/// <summary>
/// Credentials that a program prints. The SDK's own class is not used: its program outlives the command that Ctrl+C ended.
/// What the program says is never repeated.
/// Source: AWS SDKs and Tools reference, "Process credential provider".
/// </summary>
/// <param name="profile">The profile that names the command.</param>
/// <param name="command">The command line, for the shell.</param>
internal sealed class ProcessCredentials(Profile profile, string command) : RefreshingAWSCredentials
{
    // Far more than keys and a session token have.
    private const int LongestOutput = 64 * 1024;

    private readonly CancellationTokenSource _ending = new();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var printed = Parse(await RunAsync().ConfigureAwait(false));
        return printed is { Version: 1, AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0 }
            ? new CredentialsRefreshState(
                SentKeys.Of($"the credential_process of profile '{profile.Name}'", printed.AccessKeyId, printed.SecretAccessKey, printed.SessionToken),
                printed.Expiration?.UtcDateTime ?? DateTime.MaxValue.ToUniversalTime())
            : throw NotAsItMust();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _ending.Cancel();
        base.Dispose(disposing);
    }

    private async Task<string> RunAsync()
    {
        using var process = Start();
        using var end = _ending.Token.Register(() => End(process));
        // Whatever it complains of is read, so that it does not wait for a reader, and forgotten.
        var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, _ending.Token);
        var output = new char[LongestOutput + 1];
        var length = await process.StandardOutput.ReadBlockAsync(output, _ending.Token).ConfigureAwait(false);
        if (length > LongestOutput)
        {
            End(process);
            throw NotAsItMust();
        }

        await process.WaitForExitAsync(_ending.Token).ConfigureAwait(false);
        await complaints.ConfigureAwait(false);
        return process.ExitCode == 0 ? new string(output, 0, length) : throw new OrgTrailException(ProfileProblems.ProcessFailed(profile, "failed"));
    }

    private Process Start()
    {
        var start = new ProcessStartInfo { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, CreateNoWindow = true };
        if (OperatingSystem.IsWindows())
        {
            start.FileName = "cmd.exe";
            start.Arguments = "/c " + command;
        }
        else
        {
            start.FileName = "sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(command);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new OrgTrailException(ProfileProblems.ProcessFailed(profile, "failed"));
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private ProcessOutput? Parse(string printed)
    {
        try
        {
            return JsonSerializer.Deserialize(printed, ProcessOutputJson.Default.ProcessOutput);
        }
        catch (JsonException)
        {
            throw NotAsItMust();
        }
    }

    private OrgTrailException NotAsItMust() => new(ProfileProblems.ProcessFailed(profile, "did not print credentials as they must be"));
}

/// <summary>What the program prints. Never shown.</summary>
internal sealed class ProcessOutput
{
    public int Version { get; init; }

    public string? AccessKeyId { get; init; }

    public string? SecretAccessKey { get; init; }

    public string? SessionToken { get; init; }

    public DateTimeOffset? Expiration { get; init; }
}

[JsonSourceGenerationOptions(AllowTrailingCommas = true)]
[JsonSerializable(typeof(ProcessOutput))]
internal sealed partial class ProcessOutputJson : JsonSerializerContext;
