namespace OrgTrail.Sandbox.Services.S3;

/// <summary>What an object keeps among its headers, and no read gives back.</summary>
internal static class HiddenHeaders
{
    /// <summary>The tags, as a query string.</summary>
    public const string Tags = ":tags";

    /// <summary>How a restore stands.</summary>
    public const string Restore = ":restore";

    /// <summary>The encryption context, as JSON in base64.</summary>
    public const string EncryptionContext = "x-amz-server-side-encryption-context";

    public static bool Contains(string name) => name[0] == ':' || name == EncryptionContext;
}
