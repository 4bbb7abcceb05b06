namespace OrgTrail.Integrity;

/// <summary>What a signature is worth.</summary>
internal enum SignatureVerdict
{
    /// <summary>It is that of the content, by RSA PKCS #1 v1.5 with SHA-256.</summary>
    Valid,

    /// <summary>It is that of the content, with another hash than SHA-256.</summary>
    Weak,

    /// <summary>It is another one.</summary>
    Invalid,
}
