namespace OrgTrail.Sandbox.Protocol.Dispatch;

/// <summary>The three ways in which AWS services speak.</summary>
internal enum WireShape
{
    /// <summary>The operation in X-Amz-Target, JSON in the body.</summary>
    Json,

    /// <summary>The operation in the parameter Action, form text in, XML out.</summary>
    Query,

    /// <summary>The operation in method and path, XML in and out: Amazon S3.</summary>
    Rest,
}
