using System.Collections.Concurrent;
using System.Management.Automation.Runspaces;

namespace OrgTrail.Sandboxes;

/// <summary>
/// The runspaces of this process that have worked in a sandbox and have not left it. The environment belongs to all of them:
/// when one stops the sandbox, the next command of another would go to AWS.
/// </summary>
internal static class SandboxedRunspaces
{
    private const string Slot = "OrgTrail.Sandbox.Runspaces";

    private static readonly object Gate = new();

    /// <summary>Remembers that a runspace works in a sandbox.</summary>
    public static void Enter(Runspace? runspace, string endpoint)
    {
        if (runspace is not null) Endpoints[runspace.InstanceId] = endpoint;
    }

    /// <summary>Forgets it: the runspace wants to go back to AWS, or to another sandbox.</summary>
    public static void Leave(Runspace? runspace)
    {
        if (runspace is not null) Endpoints.TryRemove(runspace.InstanceId, out _);
    }

    /// <summary>The sandbox that a runspace has worked in last; <see langword="null"/> when it has left it, or was in none.</summary>
    public static string? Find(Runspace? runspace) =>
        runspace is null ? null : Endpoints.GetValueOrDefault(runspace.InstanceId);

    private static ConcurrentDictionary<Guid, string> Endpoints
    {
        get
        {
            lock (Gate)
            {
                if (AppDomain.CurrentDomain.GetData(Slot) is not ConcurrentDictionary<Guid, string> endpoints)
                    AppDomain.CurrentDomain.SetData(Slot, endpoints = []);
                return endpoints;
            }
        }
    }
}
