using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OrgTrail.Help;

/// <summary>XML docs as plain text for the person at the prompt.</summary>
internal static partial class DocText
{
    /// <summary>The paragraphs of an element; text outside of <c>para</c> elements is a paragraph too.</summary>
    internal static IReadOnlyList<string> Paragraphs(XElement? element)
    {
        if (element is null) return [];

        List<string> paragraphs = [];
        var current = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            if (node is XElement { Name.LocalName: "para" or "list" or "item" } block)
            {
                Flush();
                paragraphs.AddRange(Paragraphs(block));
            }
            else
            {
                current.Append(Inline(node));
            }
        }

        Flush();
        return paragraphs;

        void Flush()
        {
            var text = WhiteSpace().Replace(current.ToString(), " ").Trim();
            if (text.Length > 0) paragraphs.Add(text);
            current.Clear();
        }
    }

    /// <summary>Code without the indentation of the comment that it stands in.</summary>
    internal static string Code(XElement code)
    {
        // What follows <code> on its own line has no indentation to go by.
        var lines = code.Value.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        var indent = lines.Skip(1).Where(line => line.Trim().Length > 0).Select(Indent).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select((line, index) => index == 0 ? line.Trim() : line[Math.Min(indent, line.Length)..])).Trim('\n');
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static string Inline(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => Reference(see),
        XElement { Name.LocalName: "paramref" } parameter => parameter.Attribute("name")!.Value,
        XElement element => string.Concat(element.Nodes().Select(Inline)),
        _ => "",
    };

    private static string Reference(XElement see)
    {
        if (!see.IsEmpty) return string.Concat(see.Nodes().Select(Inline));
        if (see.Attribute("langword") is { } word) return "$" + word.Value;
        if (see.Attribute("href") is { } link) return link.Value;

        var name = see.Attribute("cref")!.Value.Split('.')[^1];
        var command = CommandClass().Match(name);
        return command.Success ? $"{command.Groups["verb"].Value}-{command.Groups["noun"].Value}" : name;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    // A cmdlet's class is known to the reader by the cmdlet's name: GetOrgTrailCommand is Get-OrgTrail.
    [GeneratedRegex("^(?<verb>[A-Z][a-z]+)(?<noun>Org[A-Za-z]+)Command$")]
    private static partial Regex CommandClass();
}
