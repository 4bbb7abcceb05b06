using System.Globalization;
using System.Xml.Linq;

namespace OrgTrail.Sandbox.Services;

/// <summary>Shapes that the services of the query protocol share.</summary>
internal static class QueryShapes
{
    /// <summary>A list: its members are elements named <c>member</c>.</summary>
    public static XElement List(string name, IEnumerable<object> members) =>
        new(name, members.Select(member => new XElement("member", member)));

    /// <summary>Tags, in the order of their keys.</summary>
    public static XElement Tags(IReadOnlyDictionary<string, string> tags) => List("Tags", tags
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new[] { new XElement("Key", tag.Key), new XElement("Value", tag.Value) }));

    /// <summary>A time.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
