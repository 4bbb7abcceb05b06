using OrgTrail.Connection;
using OrgTrail.Sandbox;
using OrgTrail.Trails;

namespace OrgTrail.Sandboxes;

/// <summary>The one sandbox of this process, and the environment that it took the place of.</summary>
internal static class SandboxSession
{
    private const string Loopback = "127.0.0.1";

    private static readonly object Gate = new();
    private static SessionEnvironment? _environment;

    /// <summary>The sandbox that runs; <see langword="null"/> when there is none.</summary>
    public static Sandbox? Current { get; private set; }

    /// <summary>Starts a sandbox and points the environment at it.</summary>
    /// <param name="options">How it is to be.</param>
    /// <param name="buckets">Buckets that exist from the beginning.</param>
    /// <exception cref="OrgTrailException"><c>SandboxRunning</c>, or an option makes no sense.</exception>
    public static Sandbox Start(SandboxOptions options, IReadOnlyList<string> buckets)
    {
        lock (Gate)
        {
            if (Current is not null) throw AlreadyRunning(Current);
            foreach (var bucket in buckets) NamingRule.BucketName.Require(bucket);
            Current = new Sandbox(SandboxServer.Start(options), buckets);
            _environment = new SessionEnvironment(Variables(Current));
            return Current;
        }
    }

    /// <summary>Stops the sandbox, if one runs, and restores the environment.</summary>
    public static void Stop()
    {
        lock (Gate)
        {
            _environment?.Restore();
            Current?.Stop();
            (_environment, Current) = (null, null);
        }
    }

    /// <summary>The clock to judge by what a connection shows: whoever talks to the sandbox lives in its time.</summary>
    /// <param name="options">The connection. One without an address of its own leads to the sandbox while it runs.</param>
    public static TimeProvider TimeOf(ConnectionOptions options)
    {
        lock (Gate)
            return Current is { } sandbox && (options.EndpointUrl ?? sandbox.Endpoint) == sandbox.Endpoint ? sandbox.Time : TimeProvider.System;
    }

    private static string NoProxy => Environment.GetEnvironmentVariable("no_proxy") is null ? "NO_PROXY" : "no_proxy";

    // Throwaway keys: the sandbox takes any, and they are worth nothing elsewhere.
    private static Dictionary<string, string> Variables(Sandbox sandbox) => new()
    {
        // Calls to the sandbox stay on this machine, whatever proxy it has. Clients read the lower-case name first.
        [NoProxy] = string.Join(',', Environment.GetEnvironmentVariable(NoProxy), Loopback).TrimStart(','),
        ["AWS_ENDPOINT_URL"] = sandbox.Endpoint,
        ["AWS_ACCESS_KEY_ID"] = sandbox.ManagementAccountId,
        ["AWS_SECRET_ACCESS_KEY"] = "sandbox",
        ["AWS_REGION"] = sandbox.Region,
        ["AWS_DEFAULT_REGION"] = sandbox.Region,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    private static OrgTrailException AlreadyRunning(Sandbox sandbox) => new(new Problem(
        "SandboxRunning",
        ProblemKind.InvalidState,
        $"A sandbox runs already, at {sandbox}.",
        "Use it, or run Stop-OrgTrailSandbox first."));
}
