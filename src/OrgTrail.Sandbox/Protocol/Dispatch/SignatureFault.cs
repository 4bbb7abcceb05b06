namespace OrgTrail.Sandbox.Protocol.Dispatch;

/// <summary>What is wrong with a signature; services have different codes for it.</summary>
internal enum SignatureFault
{
    /// <summary>It is no Signature Version 4.</summary>
    Algorithm,

    /// <summary>A part is missing.</summary>
    Incomplete,

    /// <summary>The credential has no scope.</summary>
    Credential,

    /// <summary>A parameter of a presigned URL is missing.</summary>
    Query,
}
