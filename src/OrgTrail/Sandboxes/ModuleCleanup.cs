using System.Management.Automation;

namespace OrgTrail.Sandboxes;

/// <summary>Called by PowerShell when the module is removed: a sandbox does not outlive the cmdlet that stops it.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => SandboxSession.Stop();
}
