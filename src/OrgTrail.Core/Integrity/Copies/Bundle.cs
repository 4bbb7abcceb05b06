namespace OrgTrail.Integrity;

/// <summary>What lies where in a bundle of evidence.</summary>
internal static class Bundle
{
    /// <summary>What the manifest says that it is.</summary>
    public const string FileType = "OrgTrail evidence";

    /// <summary>The manifest: trail, organization and accounts as read, and what was asked for.</summary>
    public const string ManifestFile = "manifest.json";

    /// <summary>The public keys of CloudTrail.</summary>
    public const string KeysFile = "public-keys.json";

    /// <summary>The receipt of the proof.</summary>
    public const string ReceiptFile = "receipt.json";

    /// <summary>The verdicts with their findings.</summary>
    public const string VerdictsFile = "verdicts.json";

    /// <summary>The files as stored, by bucket and key.</summary>
    public const string ObjectsFolder = "objects/";

    /// <summary>What the file with a digest's metadata is named by, behind the digest's key.</summary>
    public const string MetadataEnding = ".metadata.json";
}
