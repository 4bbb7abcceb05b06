using OrgTrail.Sandbox.State;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox;

/// <summary>What every service of one sandbox shares.</summary>
/// <param name="State">What the sandbox remembers.</param>
/// <param name="Objects">The objects of S3.</param>
/// <param name="Clock">The sandbox's time.</param>
/// <param name="Random">The sandbox's source of randomness, from its seed; used under the state's gate only.</param>
public sealed record SandboxContext(SandboxState State, IObjectStore Objects, SandboxClock Clock, Random Random)
{
    /// <summary>
    /// The policy by which other services' calls to a bucket are judged now: the bucket's own, unless a fault delays what was
    /// written last. Asked once for each check, under the state's gate.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <returns>The policy's text; <see langword="null"/> for none.</returns>
    public string? EffectivePolicy(SandboxBucket bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        if (!State.S3.PolicyPropagation.TryGetValue(bucket.Name, out var pending)) return bucket.Policy;
        if (pending.Until is { } until ? Clock.Now < until : pending.Checks-- > 0) return pending.Before;
        State.S3.PolicyPropagation.Remove(bucket.Name);
        return bucket.Policy;
    }
}
