using OrgTrail.Connection;
using OrgTrail.Health;
using OrgTrail.Operations;
using OrgTrail.Sandbox;

namespace OrgTrail.Aws.Tests.Workflows.Health;

/// <summary>All checks of a trail in a sandbox, by the sandbox's time.</summary>
internal static class Diagnosis
{
    /// <summary>Makes them.</summary>
    public static async Task<IReadOnlyList<CheckResult>> MakeAsync(CloudSession session, string trailArn, SandboxServer sandbox, IFeedback feedback)
    {
        var trail = await GetTrail.ReadAsync(session, new TrailIdentity(trailArn), default);
        var results = new List<CheckResult>();
        await foreach (var result in TrailHealth.RunAsync(session, trail, CheckSelection.All, new SandboxTime(sandbox), feedback, default))
            results.Add(result);
        return results;
    }

    private sealed class SandboxTime(SandboxServer sandbox) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => sandbox.Context.Clock.Now;
    }
}
