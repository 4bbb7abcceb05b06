using OrgTrail.Ports;

namespace OrgTrail.Keys;

/// <summary>Replaces the policy that a key has, unless somebody was faster.</summary>
internal static class LiveKeyPolicy
{
    /// <summary>Writes a policy. KMS knows no conditional write of policies, so the live one is read again right before.</summary>
    /// <param name="keys">AWS KMS in the key's Region.</param>
    /// <param name="key">The key's ARN.</param>
    /// <param name="expected">The policy that the new one was made from.</param>
    /// <param name="policy">The new one.</param>
    /// <param name="beforeWrite">What is to be done first, when the policy is still the expected one.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="OrgTrailException"><c>KeyPolicyChanged</c>: the live policy is another one; nothing was written.</exception>
    internal static async Task ReplaceAsync(
        IKeys keys, string key, string? expected, string policy, Action beforeWrite, CancellationToken cancellation)
    {
        if (await keys.GetPolicyAsync(key, cancellation) != expected)
            throw new OrgTrailException(new Problem(
                "KeyPolicyChanged",
                ProblemKind.Conflict,
                $"Somebody changed the policy of key {key} in the meantime; nothing was written.",
                "Run the command again: it merges into the policy as it is now."));
        beforeWrite();
        await keys.PutPolicyAsync(key, policy, cancellation);
    }
}
