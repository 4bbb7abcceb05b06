namespace OrgTrail.Aws.Tests.Deployments.Faults;

/// <summary>A date that stays, so that the same calls lead to the same state.</summary>
internal sealed class StandingTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
}
