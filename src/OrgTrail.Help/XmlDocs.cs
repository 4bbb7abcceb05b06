using System.Reflection;
using System.Xml.Linq;

namespace OrgTrail.Help;

/// <summary>The XML docs of assemblies, by member.</summary>
internal sealed class XmlDocs
{
    private readonly Dictionary<string, XElement> _members = new(StringComparer.Ordinal);

    private XmlDocs()
    {
    }

    /// <summary>All XML docs that lie beside an assembly.</summary>
    internal static XmlDocs Beside(string assembly)
    {
        var docs = new XmlDocs();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(assembly))!, "OrgTrail*.xml"))
        {
            foreach (var member in XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member"))
                docs._members[member.Attribute("name")!.Value] = member;
        }

        return docs;
    }

    /// <summary>What a type's docs say under a tag, for example <c>summary</c>; in paragraphs.</summary>
    internal IReadOnlyList<string> Of(Type type, string tag) => DocText.Paragraphs(Member(type)?.Element(tag));

    /// <summary>A property's summary, in paragraphs.</summary>
    internal IReadOnlyList<string> Of(PropertyInfo property) =>
        DocText.Paragraphs(Find($"P:{property.DeclaringType!.FullName}.{property.Name}")?.Element("summary"));

    /// <summary>The examples of a type.</summary>
    internal IReadOnlyList<ExampleEntry> Examples(Type type) =>
        [.. Member(type)?.Elements("example").Select(Example) ?? []];

    private static ExampleEntry Example(XElement example)
    {
        var code = example.Element("code") ?? throw new InvalidDataException($"An example has no <code>: {example}");
        var text = new XElement(example);
        text.Elements("code").Remove();
        var paragraphs = DocText.Paragraphs(text);
        return new ExampleEntry(paragraphs is [var title, ..] ? title : "", DocText.Code(code), [.. paragraphs.Skip(1)]);
    }

    private XElement? Member(Type type) => Find($"T:{type.FullName}");

    private XElement? Find(string member) => _members.GetValueOrDefault(member);
}
