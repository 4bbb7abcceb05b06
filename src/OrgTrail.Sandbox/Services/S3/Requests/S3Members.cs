using System.Collections.Frozen;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The headers and parameters of S3 that mean something here; other ones of AWS's would be ignored, and are refused.</summary>
internal static class S3Members
{
    private const string AmazonPrefix = "x-amz-";

    // Those of Signature Version 4 and of the SDKs themselves, checksums that are verified, and what is meant by handlers.
    private static readonly FrozenSet<string> Headers = new[]
    {
        "date", "content-sha256", "security-token", "user-agent", "decoded-content-length", "trailer", "te", "sdk-checksum-algorithm", "id-2", "request-id",
        "algorithm", "api-version", "credential", "expires", "signature", "signedheaders",
        "acl", "bucket-object-lock-enabled", "bypass-governance-retention", "checksum-algorithm", "checksum-mode", "checksum-type",
        "copy-source", "copy-source-if-match", "copy-source-if-modified-since", "copy-source-if-none-match", "copy-source-if-unmodified-since", "copy-source-range",
        "expected-bucket-owner", "metadata-directive", "object-lock-legal-hold", "object-lock-mode", "object-lock-retain-until-date", "object-ownership",
        "server-side-encryption", "server-side-encryption-aws-kms-key-id", "server-side-encryption-bucket-key-enabled", "server-side-encryption-context",
        "storage-class", "tagging", "tagging-directive", "transition-default-minimum-object-size", "website-redirect-location",

        // For the time being nobody's requester pays: the header agrees to what does not come.
        "request-payer",
    }.Select(name => AmazonPrefix + name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Parameters = new[]
    {
        "bucket-region", "continuation-token", "delimiter", "encoding-type", "fetch-owner", "key-marker", "list-type", "marker", "max-buckets", "max-keys", "partNumber",
        "prefix", "start-after", "uploadId", "version-id-marker", "versionId", "x-id",
        "response-cache-control", "response-content-disposition", "response-content-encoding", "response-content-language", "response-content-type", "response-expires",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Refuses what would be ignored.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isSubresource">Whether a parameter names an operation.</param>
    public static void Require(S3Request request, Func<string, bool> isSubresource)
    {
        foreach (var name in request.Call.Http.Headers.Keys)
        {
            if (name.StartsWith(AmazonPrefix, StringComparison.OrdinalIgnoreCase) && !Headers.Contains(name) && !IsFree(name)) throw S3Errors.NotImplemented(name);
        }

        foreach (var name in request.Query.Keys)
        {
            if (!Parameters.Contains(name) && !isSubresource(name) && !name.StartsWith(AmazonPrefix, StringComparison.OrdinalIgnoreCase)) throw S3Errors.NotImplemented(name);
        }

        if (request.Query.ContainsKey("partNumber") && !request.Query.ContainsKey("uploadId")) throw S3Errors.NotImplemented("partNumber");
    }

    private static bool IsFree(string name) =>
        name.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase) || Checksums.HeaderNames.Contains(name, StringComparer.OrdinalIgnoreCase);
}
