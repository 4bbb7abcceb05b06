using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The tags of a bucket: 50 at most (Amazon S3 user guide, "Using cost allocation S3 bucket tags").</summary>
internal sealed class TaggingSetting() : S3Setting("tagging", "Tagging", "BucketTagging")
{
    private const int Most = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    protected override XElement Read(SandboxBucket bucket) => bucket.Tags.Count == 0
        ? throw S3Errors.NotFound("NoSuchTagSet", "The TagSet does not exist", bucket.Name)
        : new(Root, new XElement("TagSet", bucket.Tags.Select(tag => new XElement("Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value)))));

    protected override void Write(S3Request request, XElement setting)
    {
        var tags = new Dictionary<string, string>();
        foreach (var tag in setting.Elements("TagSet").Elements("Tag"))
        {
            var key = tag.Element("Key")?.Value ?? throw S3Errors.MalformedXml();
            var value = tag.Element("Value")?.Value ?? "";
            if (key.Length is 0 or > LongestKey) throw Invalid("The TagKey you have provided is invalid");
            if (value.Length > LongestValue) throw Invalid("The TagValue you have provided is invalid");
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) throw Invalid("System tags cannot be added/updated by requester");
            if (!tags.TryAdd(key, value)) throw Invalid("Cannot provide multiple Tags with the same key");
        }

        request.Bucket.Tags = tags.Count <= Most ? tags : throw new AwsErrorException("BadRequest", "Bucket tag count cannot be greater than 50");
    }

    protected override void Remove(SandboxBucket bucket) => bucket.Tags = [];

    private static AwsErrorException Invalid(string message) => new("InvalidTag", message);
}
