using System.Collections;

namespace OrgTrail.Sandboxes;

/// <summary>The environment variables that lead into the sandbox, and how to tell that they no longer do.</summary>
internal static class SandboxVariables
{
    /// <summary>
    /// Says where the sandbox is that the other variables point at. It is handed down to child processes, so that these know
    /// it, too, when this process is gone and the sandbox with it.
    /// </summary>
    public const string Marker = "ORGTRAIL_SANDBOX";

    /// <summary>What AWS's own variables begin with.</summary>
    public const string Prefix = "AWS_";

    private const string Loopback = "127.0.0.1";
    private const string Address = "AWS_ENDPOINT_URL";
    private const string IgnoreAddresses = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";

    /// <summary>The sandbox that the environment of this process points, or pointed, at; <see langword="null"/> when there is none.</summary>
    public static string? Marked => Environment.GetEnvironmentVariable(Marker) is { Length: > 0 } endpoint ? endpoint : null;

    /// <summary>The variables that point at a sandbox.</summary>
    // Throwaway keys: the sandbox takes any, and they are worth nothing elsewhere.
    public static Dictionary<string, string> Of(Sandbox sandbox) => new()
    {
        [Marker] = sandbox.Endpoint,
        // Calls to the sandbox stay on this machine, whatever proxy it has. Clients read the lower-case name first.
        [NoProxy] = string.Join(',', Environment.GetEnvironmentVariable(NoProxy), Loopback).TrimStart(','),
        [Address] = sandbox.Endpoint,
        // A configuration file may say that addresses do not count: the environment has the last word.
        [IgnoreAddresses] = "false",
        ["AWS_ACCESS_KEY_ID"] = sandbox.ManagementAccountId,
        ["AWS_SECRET_ACCESS_KEY"] = "sandbox",
        ["AWS_REGION"] = sandbox.Region,
        ["AWS_DEFAULT_REGION"] = sandbox.Region,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    /// <summary>The first variable by which a client of AWS would miss the sandbox; <see langword="null"/> when there is none.</summary>
    public static string? LeadsElsewhere(string endpoint)
    {
        if (Environment.GetEnvironmentVariable(Address) != endpoint) return Address;
        if (string.Equals(Environment.GetEnvironmentVariable(IgnoreAddresses), "true", StringComparison.OrdinalIgnoreCase)) return IgnoreAddresses;
        return Ours().FirstOrDefault(variable =>
            variable.Name.StartsWith(Address + "_", StringComparison.OrdinalIgnoreCase) && variable.Value is { Length: > 0 } && variable.Value != endpoint).Name;
    }

    /// <summary>Removes what points at a sandbox of another process, and all of AWS's variables with it: those from before are not known here.</summary>
    public static void Clear()
    {
        foreach (var (name, _) in Ours()) Environment.SetEnvironmentVariable(name, null);
        Environment.SetEnvironmentVariable(Marker, null);
    }

    /// <summary>All of AWS's variables that are set.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Ours() =>
    [
        .. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => ((string)variable.Key, (string?)variable.Value))
            .Where(variable => variable.Item1.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)),
    ];

    private static string NoProxy => Environment.GetEnvironmentVariable("no_proxy") is null ? "NO_PROXY" : "no_proxy";
}
