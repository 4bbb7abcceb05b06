using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>The headers that CloudTrail's files carry.</summary>
internal static class UploadHeaders
{
    public static Dictionary<string, string> OfLogFiles(SandboxTrail trail) => Of(trail.KmsKeyId);

    /// <summary>Without the trail's key.</summary>
    public static Dictionary<string, string> OfS3Managed() => Of(kmsKeyId: null);

    /// <summary>A digest's signature is in its metadata (CloudTrail user guide, "CloudTrail digest file structure").</summary>
    public static IReadOnlyDictionary<string, string> OfDigest(SandboxTrail trail, string signature, DateTimeOffset? backfilled)
    {
        var headers = Of(trail.KmsKeyId);
        headers["x-amz-meta-signature"] = signature;
        headers["x-amz-meta-signature-algorithm"] = DigestContent.SignatureAlgorithm;
        if (backfilled is { } time)
            headers["x-amz-meta-backfill-generation-timestamp"] = FileTime.Exact(time);
        return headers;
    }

    private static Dictionary<string, string> Of(string? kmsKeyId)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = "application/json",
            ["content-encoding"] = "gzip",
            ["x-amz-server-side-encryption"] = kmsKeyId is null ? "AES256" : "aws:kms",
        };
        if (kmsKeyId is { } key)
            headers["x-amz-server-side-encryption-aws-kms-key-id"] = key;
        return headers;
    }
}
