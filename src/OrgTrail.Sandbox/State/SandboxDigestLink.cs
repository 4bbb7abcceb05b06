namespace OrgTrail.Sandbox.State;

/// <summary>A delivered digest, as the next one of its chain refers to it.</summary>
public sealed class SandboxDigestLink
{
    /// <summary>The bucket.</summary>
    public required string Bucket { get; set; }

    /// <summary>The key.</summary>
    public required string Key { get; set; }

    /// <summary>The SHA-256 of its uncompressed bytes in lower-case hex.</summary>
    public required string Hash { get; set; }

    /// <summary>Its signature in lower-case hex.</summary>
    public required string Signature { get; set; }
}
