using OrgTrail.Keys;

namespace OrgTrail.Ports;

/// <summary>AWS KMS in one Region.</summary>
internal interface IKeys
{
    /// <summary>DescribeKey.</summary>
    /// <param name="key">Id, ARN, alias (<c>alias/…</c>) or alias ARN.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="OrgTrailException"><c>KmsKeyNotFound</c>, <c>AccessDenied</c>, …</exception>
    Task<KmsKey> DescribeAsync(string key, CancellationToken cancellation);

    /// <summary>GetKeyPolicy of the policy <c>default</c>, the only one there is.</summary>
    /// <param name="key">Id or ARN.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<string> GetPolicyAsync(string key, CancellationToken cancellation);

    /// <summary>PutKeyPolicy: one request, that nothing repeats but its sender, who looks first what is there. KMS refuses a policy that locks the caller out of the key.</summary>
    Task PutPolicyAsync(string key, string policy, CancellationToken cancellation);

    /// <summary>GetKeyRotationStatus: whether KMS changes the key's material by itself.</summary>
    Task<bool> IsRotatedAsync(string key, CancellationToken cancellation);
}
