using System.Text.RegularExpressions;
using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The rules that tags of buckets and of objects have in common (Amazon S3 user guide, "Categorizing your storage using tags").</summary>
internal static partial class BucketTags
{
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>Reads the element that holds a <c>TagSet</c>.</summary>
    public static Dictionary<string, string> Read(XElement tagging, int most) =>
        Checked((tagging.Element("TagSet") ?? throw S3Errors.MalformedXml()).Elements("Tag")
            .Select(tag => new KeyValuePair<string, string>(
                tag.Element("Key")?.Value ?? throw S3Errors.MalformedXml(), tag.Element("Value")?.Value ?? throw S3Errors.MalformedXml())), most);

    /// <summary>Refuses tags against the rules.</summary>
    public static Dictionary<string, string> Checked(IEnumerable<KeyValuePair<string, string>> given, int most)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in given)
        {
            if (key.Length is 0 or > LongestKey || !Characters().IsMatch(key)) throw Invalid("The TagKey you have provided is invalid", key);
            if (value.Length > LongestValue || !Characters().IsMatch(value)) throw Invalid("The TagValue you have provided is invalid", key);
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) throw Invalid("System tags cannot be added/updated by requester", key);
            if (!tags.TryAdd(key, value)) throw Invalid("Cannot provide multiple Tags with the same key", key);
        }

        return tags.Count <= most ? tags : throw new AwsErrorException("BadRequest", most == 10 ? "Object tags cannot be greater than 10" : "Bucket tag count cannot be greater than 50");
    }

    public static XElement ToXml(IReadOnlyDictionary<string, string> tags) => new(
        "Tagging", new XElement("TagSet", tags.Select(tag => new XElement("Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value)))));

    private static AwsErrorException Invalid(string message, string key) => new("InvalidTag", message) { Members = { ["TagKey"] = key } };

    // Letters, spaces, digits and these: no comma.
    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z")]
    private static partial Regex Characters();
}
