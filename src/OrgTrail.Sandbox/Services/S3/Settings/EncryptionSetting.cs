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

    /// <summary>The choice of a bucket for objects that make none: algorithm, key as it was named, bucket key.</summary>
    public static (string Algorithm, string? KeyId, bool UsesBucketKey) Of(SandboxBucket bucket)
    {
        var rule = bucket.Configurations.TryGetValue("encryption", out var text) ? XElement.Parse(text).Element("Rule") : null;
        var choice = rule?.Element(ByDefault);
        return (
            choice?.Element("SSEAlgorithm")?.Value ?? S3Keys,
            choice?.Element("KMSMasterKeyID")?.Value,
            bool.TryParse(rule?.Element("BucketKeyEnabled")?.Value, out var uses) && uses);
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
