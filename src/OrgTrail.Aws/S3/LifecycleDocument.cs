using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using OrgTrail.Buckets;

namespace OrgTrail.Aws.S3;

/// <summary>A lifecycle configuration. Rules of others stay as they are, element by element.</summary>
internal sealed class LifecycleDocument
{
    private const string Root = "LifecycleConfiguration";

    // What OrgTrail writes; a rule with anything else is not wholly shown.
    private static readonly HashSet<string> Known = ["ID", "Status", "Filter", "Prefix", "Transition", "Expiration", "NoncurrentVersionExpiration"];

    private readonly XElement _root;

    private LifecycleDocument(XElement root) => _root = root;

    /// <summary>The configuration of a bucket that has none.</summary>
    public static LifecycleDocument Empty => new(new XElement(XName.Get(Root, "http://s3.amazonaws.com/doc/2006-03-01/")));

    /// <summary>The rules.</summary>
    public IReadOnlyList<LifecycleRule> Rules => [.. Elements.Select(ToRule)];

    private IEnumerable<XElement> Elements => _root.Elements(Name("Rule"));

    /// <exception cref="XmlException">It is no lifecycle configuration, or has no rule: of a bucket without rules Amazon S3 says so by an error.</exception>
    public static LifecycleDocument Load(Stream xml) => XElement.Load(xml) is { Name.LocalName: Root } root && new LifecycleDocument(root) is var document && document.Elements.Any()
        ? document
        : throw new XmlException("The answer is no lifecycle configuration.");

    /// <summary>Puts a rule in the place of the one with its id, or behind the others.</summary>
    public void Put(LifecycleRule rule)
    {
        var element = ToElement(rule);
        if (Elements.FirstOrDefault(other => Text(other, "ID") == rule.Id) is { } old)
            old.ReplaceWith(element);
        else
            _root.Add(element);
    }

    public override string ToString() => _root.ToString(SaveOptions.DisableFormatting);

    private LifecycleRule ToRule(XElement rule)
    {
        var bare = new LifecycleRule(Text(rule, "ID") ?? "", Text(rule, "Status") == "Enabled");
        return !IsKnown(rule) ? bare : bare with
        {
            Prefix = (Text(rule, "Prefix") ?? Text(rule.Element(Name("Filter")), "Prefix")) is { Length: > 0 } prefix ? prefix : null,
            ArchiveAfterDays = Number(rule, "Transition", "Days"),
            ExpireAfterDays = Number(rule, "Expiration", "Days"),
            ExpireVersionsAfterDays = Number(rule, "NoncurrentVersionExpiration", "NoncurrentDays"),
        };
    }

    /// <summary>Whether the rule says nothing but what <see cref="LifecycleRule"/> can say.</summary>
    private bool IsKnown(XElement rule) =>
        rule.Elements().All(member => Known.Contains(member.Name.LocalName))
        && rule.Elements().GroupBy(member => member.Name).All(same => same.Count() == 1)
        && Only(rule, "Filter", "Prefix")
        && Only(rule, "Transition", "Days", "StorageClass")
        && Only(rule, "Expiration", "Days")
        && Only(rule, "NoncurrentVersionExpiration", "NoncurrentDays")
        && Text(rule.Element(Name("Transition")), "StorageClass") is null or "GLACIER";

    private bool Only(XElement rule, string name, params string[] members) =>
        rule.Element(Name(name))?.Elements().All(member => members.Contains(member.Name.LocalName)) ?? true;

    private int? Number(XElement rule, string action, string member) =>
        int.TryParse(Text(rule.Element(Name(action)), member), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;

    private XElement ToElement(LifecycleRule rule) => new(
        Name("Rule"),
        new XElement(Name("ID"), rule.Id),
        new XElement(Name("Filter"), new XElement(Name("Prefix"), rule.Prefix ?? "")),
        new XElement(Name("Status"), rule.IsEnabled ? "Enabled" : "Disabled"),
        rule.ArchiveAfterDays is { } archive ? new XElement(Name("Transition"), new XElement(Name("Days"), archive), new XElement(Name("StorageClass"), "GLACIER")) : null,
        rule.ExpireAfterDays is { } expire ? new XElement(Name("Expiration"), new XElement(Name("Days"), expire)) : null,
        rule.ExpireVersionsAfterDays is { } versions ? new XElement(Name("NoncurrentVersionExpiration"), new XElement(Name("NoncurrentDays"), versions)) : null);

    private string? Text(XElement? parent, string member) => parent?.Element(Name(member))?.Value;

    // S3 writes a namespace, emulators leave it out.
    private XName Name(string local) => _root.Name.Namespace + local;
}
