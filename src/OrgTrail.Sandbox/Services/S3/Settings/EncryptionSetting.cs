using System.Xml.Linq;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The encryption of new objects that ask for none: S3's own keys unless the bucket says otherwise.</summary>
internal sealed class EncryptionSetting() : XmlSetting("encryption", "ServerSideEncryptionConfiguration", "EncryptionConfiguration", _ => OwnKeys())
{
    private const string ByDefault = "ApplyServerSideEncryptionByDefault";
    private const string S3Keys = "AES256";

    /// <summary>What S3 knows.</summary>
    public static IReadOnlyList<string> Algorithms { get; } = [S3Keys, "aws:kms", "aws:kms:dsse"];

    /// <summary>The headers that an object gets, and a client is told.</summary>
    public static IReadOnlyDictionary<string, string> HeadersOf(SandboxBucket bucket)
    {
        var rule = bucket.Configurations.TryGetValue("encryption", out var text) ? XElement.Parse(text).Element("Rule") : null;
        var algorithm = rule?.Element(ByDefault)?.Element("SSEAlgorithm")?.Value ?? S3Keys;
        return Headers(algorithm, rule?.Element(ByDefault)?.Element("KMSMasterKeyID")?.Value, rule?.Element("BucketKeyEnabled")?.Value, bucket);
    }

    /// <summary>Whether new objects of a bucket use an S3 Bucket Key unless they ask for none.</summary>
    public static bool UsesBucketKey(SandboxBucket bucket) =>
        bucket.Configurations.TryGetValue("encryption", out var text) && bool.TryParse(XElement.Parse(text).Element("Rule")?.Element("BucketKeyEnabled")?.Value, out var uses) && uses;

    /// <summary>The headers of a choice that a client made for one object.</summary>
    public static IReadOnlyDictionary<string, string> Headers(string algorithm, string? keyId, string? bucketKey, SandboxBucket bucket)
    {
        var headers = new Dictionary<string, string> { ["x-amz-server-side-encryption"] = algorithm };
        if (algorithm == S3Keys) return headers;
        headers["x-amz-server-side-encryption-aws-kms-key-id"] = keyId is null or ""
            ? $"arn:aws:kms:{bucket.Region}:{bucket.OwnerAccountId}:alias/aws/s3"
            : keyId.StartsWith("arn:", StringComparison.Ordinal) ? keyId : $"arn:aws:kms:{bucket.Region}:{bucket.OwnerAccountId}:{(keyId.StartsWith("alias/", StringComparison.Ordinal) ? "" : "key/")}{keyId}";
        if (bool.TryParse(bucketKey, out var usesBucketKey) && usesBucketKey)
            headers["x-amz-server-side-encryption-bucket-key-enabled"] = "true";
        return headers;
    }

    protected override void Check(SandboxBucket bucket, XElement setting)
    {
        if (setting.Elements("Rule").Count() != 1) throw S3Errors.MalformedXml();
        var choice = setting.Element("Rule")!.Element(ByDefault);
        if (choice is null) return;
        var algorithm = choice.Element("SSEAlgorithm")?.Value;
        if (!Algorithms.Contains(algorithm)) throw S3Errors.MalformedXml();
        if (algorithm == S3Keys && choice.Element("KMSMasterKeyID") is { Value: { Length: > 0 } key })
            throw S3Errors.InvalidArgument("a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse", "ApplyServerSideEncryptionByDefault", key);
    }

    private static XElement OwnKeys() => new(
        "ServerSideEncryptionConfiguration",
        new XElement("Rule", new XElement(ByDefault, new XElement("SSEAlgorithm", S3Keys)), new XElement("BucketKeyEnabled", false)));
}
