using System.Globalization;
using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Iam;

/// <summary>Cuts lists into pages of <c>MaxItems</c>.</summary>
internal static class IamPages
{
    public static XElement[] Page(IReadOnlyDictionary<string, string> input, string name, IEnumerable<object> items)
    {
        var size = input.Number("MaxItems", 100, 1, 1000);
        var start = input.GetValueOrDefault("Marker") is { } marker ? Start(marker) : 0;
        var page = items.Skip(start).Take(size + 1).ToList();
        var list = QueryShapes.List(name, page.Take(size));
        return page.Count <= size
            ? [list, new("IsTruncated", false)]
            : [list, new("IsTruncated", true), new("Marker", (start + size).ToString(CultureInfo.InvariantCulture))];
    }

    private static int Start(string marker) =>
        int.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : throw new AwsErrorException("ValidationError", "Invalid Marker.");
}
