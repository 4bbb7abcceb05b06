namespace OrgTrail.Sandbox.Tests.Services;

/// <summary>A clock that stands still: time passes in the sandbox only.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
