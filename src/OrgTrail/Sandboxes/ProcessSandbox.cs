using System.Management.Automation.Runspaces;

namespace OrgTrail.Sandboxes;

/// <summary>
/// The sandbox that this process runs, as every copy of the module in it sees it: imported from another folder, the module
/// may be another assembly, with static fields of its own.
/// </summary>
/// <param name="Endpoint">Where it listens.</param>
/// <param name="Owner">The runspace that started it; <see langword="null"/> when that was none.</param>
/// <param name="Stop">Stops it, and restores the environment.</param>
internal sealed record ProcessSandbox(string Endpoint, Runspace? Owner, Action Stop)
{
    private const string Slot = "OrgTrail.Sandbox";

    /// <summary>The one that runs; <see langword="null"/> when there is none.</summary>
    public static ProcessSandbox? Running
    {
        // Types that all copies share.
        get => AppDomain.CurrentDomain.GetData(Slot) is ValueTuple<string, Runspace?, Action> running
            ? new(running.Item1, running.Item2, running.Item3)
            : null;
        set => AppDomain.CurrentDomain.SetData(Slot, value is null ? null : (value.Endpoint, value.Owner, value.Stop));
    }

    /// <summary>Whether a runspace may stop it: the one that started it, and any when that one is gone.</summary>
    public bool BelongsTo(Runspace? runspace) =>
        Owner is null || Owner.InstanceId == runspace?.InstanceId
        || Owner.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken;
}
