using System.Management.Automation.Runspaces;
using OrgTrail.Connection;
using OrgTrail.Sandbox;
using OrgTrail.Trails;

namespace OrgTrail.Sandboxes;

/// <summary>
/// The one sandbox of this process, and the environment that it took the place of. It outlives the module: whoever removes
/// the module, or imports it again, goes on in the sandbox.
/// </summary>
internal static class SessionSandbox
{
    private static readonly object Gate = new();
    private static SessionEnvironment? _environment;

    /// <summary>The sandbox that this copy of the module has started; <see langword="null"/> when there is none.</summary>
    public static Sandbox? Current { get; private set; }

    /// <summary>Where the sandbox is that a runspace is in; <see langword="null"/> when it is in none.</summary>
    public static string? EndpointOf(Runspace? runspace) =>
        ProcessSandbox.Running?.Endpoint ?? SandboxVariables.Marked ?? SandboxedRunspaces.Find(runspace);

    /// <summary>Starts a sandbox and points the environment at it.</summary>
    /// <param name="options">How it is to be.</param>
    /// <param name="buckets">Buckets that exist from the beginning.</param>
    /// <param name="runspace">Who starts it.</param>
    /// <exception cref="OrgTrailException"><c>SandboxRunning</c>, or an option makes no sense.</exception>
    public static Sandbox Start(SandboxOptions options, IReadOnlyList<string> buckets, Runspace? runspace)
    {
        lock (Gate)
        {
            if (ProcessSandbox.Running is { } running)
            {
                // Whoever asks for a sandbox is in one from now on, also where its script ignores errors.
                SandboxedRunspaces.Enter(runspace, running.Endpoint);
                throw new OrgTrailException(SandboxProblems.Running(running.Endpoint));
            }

            foreach (var bucket in buckets) NamingRule.BucketName.Require(bucket);
            var sandbox = new Sandbox(SandboxServer.Start(options), buckets);
            ForgetDeadOne();
            _environment = new SessionEnvironment(SandboxVariables.Of(sandbox));
            ProcessSandbox.Running = new(sandbox.Endpoint, runspace, StopOwn);
            SandboxedRunspaces.Enter(runspace, sandbox.Endpoint);
            return Current = sandbox;
        }
    }

    /// <summary>Demands that a runspace may stop the sandbox that it is in.</summary>
    /// <exception cref="OrgTrailException"><c>SandboxOfAnotherRunspace</c> or <c>SandboxOfAnotherProcess</c>: it may not.</exception>
    public static void RequireStoppable(Runspace? runspace)
    {
        if (ProcessSandbox.Running is { } running)
        {
            if (!running.BelongsTo(runspace)) throw new OrgTrailException(SandboxProblems.OfAnotherRunspace(running.Endpoint));
        }
        else if (SandboxVariables.Marked is { } other && IsListening(other))
        {
            throw new OrgTrailException(SandboxProblems.OfAnotherProcess(other));
        }
    }

    /// <summary>Stops the sandbox that a runspace is in, whoever started it, and restores the environment.</summary>
    /// <returns>Whether the environment of before is known; that of another process is not.</returns>
    public static bool Stop(Runspace? runspace)
    {
        lock (Gate)
        {
            SandboxedRunspaces.Leave(runspace);
            if (ProcessSandbox.Running is { } running)
            {
                running.Stop();
                return true;
            }

            if (SandboxVariables.Marked is null) return true;
            SandboxVariables.Clear();
            return false;
        }
    }

    /// <summary>The clock to judge by what a connection shows: whoever talks to the sandbox lives in its time.</summary>
    /// <param name="options">The connection. One without an address of its own leads to the sandbox while it runs.</param>
    public static TimeProvider TimeOf(ConnectionOptions options)
    {
        lock (Gate)
            return Current is { } sandbox && (options.EndpointUrl ?? sandbox.Endpoint) == sandbox.Endpoint ? sandbox.Time : TimeProvider.System;
    }

    // What is restored later must not be the way to a sandbox that is gone.
    private static void ForgetDeadOne()
    {
        if (SandboxVariables.Marked is { } other && !IsListening(other)) SandboxVariables.Clear();
    }

    private static bool IsListening(string endpoint) => SandboxReach.IsListeningAsync(endpoint, default).GetAwaiter().GetResult();

    private static void StopOwn()
    {
        lock (Gate)
        {
            // In this order: at no moment does a connection find neither the sandbox nor a reason to refuse.
            _environment?.Restore();
            ProcessSandbox.Running = null;
            Current?.Stop();
            (_environment, Current) = (null, null);
        }
    }
}
