using OrgTrail.Problems;

namespace OrgTrail.Connection;

/// <summary>A set of AWS access keys. Never printed: <see cref="ToString"/> names the type only, and no other text shows the secrets from now on.</summary>
/// <param name="AccessKey">The access key id.</param>
/// <param name="SecretKey">The secret access key.</param>
/// <param name="SessionToken">The session token of temporary keys; <see langword="null"/> for long-term keys.</param>
internal sealed record AccessKeys(string AccessKey, string SecretKey, string? SessionToken = null)
{
    /// <summary>The secret access key.</summary>
    public string SecretKey { get; } = Known(SecretKey)!;

    /// <summary>The session token of temporary keys; <see langword="null"/> for long-term keys.</summary>
    public string? SessionToken { get; } = Known(SessionToken);

    /// <summary>Passes keys on that can be sent.</summary>
    /// <param name="origin">Where they come from, to stand in a sentence.</param>
    /// <exception cref="OrgTrailException"><c>InvalidCredential</c>: one has a character that no key of AWS has, a line break for example, which would become a header of its own.</exception>
    public AccessKeys Require(string origin)
    {
        ConnectionRules.RequireKey("access key id", AccessKey, origin);
        ConnectionRules.RequireKey("secret access key", SecretKey, origin);
        ConnectionRules.RequireKey("session token", SessionToken, origin);
        return this;
    }

    /// <summary>Names the type and nothing of its content.</summary>
    public override string ToString() => nameof(AccessKeys);

    private static string? Known(string? secret)
    {
        Secrets.Know(secret);
        return secret;
    }
}
