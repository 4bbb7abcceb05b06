using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandboxes;

/// <summary>The clock of a sandbox, which is ahead of the real one when time was let pass.</summary>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class SandboxTime(SandboxClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.Now;
}
