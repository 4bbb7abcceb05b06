using OrgTrail.Keys;
using OrgTrail.State;

namespace OrgTrail.Deployments;

/// <summary>The key that a trail shall use.</summary>
/// <param name="Key">The key, or why it cannot be seen.</param>
/// <param name="Policy">Its policy, or why it cannot be seen.</param>
internal sealed record KeyFacts(Observed<KmsKey> Key, Observed<string> Policy)
{
    /// <summary>What KMS says of a key that there is not; <see langword="null"/> when there is one.</summary>
    public Problem? Missing { get; init; }
}
