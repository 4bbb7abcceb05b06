namespace OrgTrail.Connection;

/// <summary>A set of AWS access keys. Never printed: <see cref="ToString"/> shows the key id's last four characters at most.</summary>
/// <param name="AccessKey">The access key id.</param>
/// <param name="SecretKey">The secret access key.</param>
/// <param name="SessionToken">The session token of temporary keys; <see langword="null"/> for long-term keys.</param>
public sealed record AccessKeys(string AccessKey, string SecretKey, string? SessionToken = null)
{
    /// <summary>Names the type and nothing of its content.</summary>
    public override string ToString() => nameof(AccessKeys);
}
