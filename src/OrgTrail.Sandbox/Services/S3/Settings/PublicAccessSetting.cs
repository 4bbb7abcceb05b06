using System.Xml.Linq;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Block Public Access.</summary>
internal sealed class PublicAccessSetting() : S3Setting("publicAccessBlock", "PublicAccessBlockConfiguration", "BucketPublicAccessBlock")
{
    protected override XElement Read(SandboxBucket bucket)
    {
        var block = bucket.PublicAccessBlock
            ?? throw S3Errors.NotFound("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", bucket.Name);
        return new(
            Root,
            new XElement(nameof(block.BlockPublicAcls), block.BlockPublicAcls),
            new XElement(nameof(block.IgnorePublicAcls), block.IgnorePublicAcls),
            new XElement(nameof(block.BlockPublicPolicy), block.BlockPublicPolicy),
            new XElement(nameof(block.RestrictPublicBuckets), block.RestrictPublicBuckets));
    }

    protected override void Write(S3Request request, XElement setting) => request.Bucket.PublicAccessBlock = new()
    {
        BlockPublicAcls = Flag(setting, nameof(SandboxPublicAccessBlock.BlockPublicAcls)),
        IgnorePublicAcls = Flag(setting, nameof(SandboxPublicAccessBlock.IgnorePublicAcls)),
        BlockPublicPolicy = Flag(setting, nameof(SandboxPublicAccessBlock.BlockPublicPolicy)),
        RestrictPublicBuckets = Flag(setting, nameof(SandboxPublicAccessBlock.RestrictPublicBuckets)),
    };

    protected override void Remove(SandboxBucket bucket) => bucket.PublicAccessBlock = null;

    // What is not given is off.
    private static bool Flag(XElement setting, string name) => setting.Element(name)?.Value switch
    {
        null => false,
        var text when bool.TryParse(text, out var flag) => flag,
        _ => throw S3Errors.MalformedXml(),
    };
}
