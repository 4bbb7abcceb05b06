namespace OrgTrail.Sandbox.State;

/// <summary>A key pair with which CloudTrail signs digests in one Region for a while.</summary>
public sealed class SandboxSigningKey
{
    /// <summary>The Region.</summary>
    public required string Region { get; set; }

    /// <summary>From when it is valid.</summary>
    public DateTimeOffset ValidityStartTime { get; set; }

    /// <summary>Until when it is valid.</summary>
    public DateTimeOffset ValidityEndTime { get; set; }

    /// <summary>The MD5 of the public key's DER in lower-case hex.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>The key pair as PKCS#1 in base64. It protects nothing: only this sandbox trusts it.</summary>
    public required string KeyPair { get; set; }
}
