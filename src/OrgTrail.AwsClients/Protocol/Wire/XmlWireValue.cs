using System.Globalization;
using System.Xml.Linq;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>A value of the XML that answers AWS Query. Its namespace is not looked at: emulators leave it out.</summary>
/// <param name="element">The value.</param>
internal sealed class XmlWireValue(XElement element) : WireValue
{
    // What there is not is left out.
    public override bool IsNull => false;

    public override IEnumerable<KeyValuePair<string, WireValue>> Members() => element.Elements().Select(member => KeyValuePair.Create(member.Name.LocalName, Value(member)));

    public override IEnumerable<WireValue> Items() => All("member").Select(Value);

    public override IEnumerable<KeyValuePair<string, WireValue>> Entries() => All("entry").Select(entry => KeyValuePair.Create(Part(entry, "key").Value, Value(Part(entry, "value"))));

    public override string Text() => element.HasElements ? throw new UnreadableValueException("is a structure, not text") : element.Value;

    public override bool Flag() => bool.TryParse(Text(), out var flag) ? flag : throw new UnreadableValueException("is neither true nor false");

    public override long Number() =>
        long.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new UnreadableValueException("is no whole number");

    public override DateTime Time() => WireTime.Parse(Text());

    public override byte[] Blob()
    {
        var bytes = new byte[element.Value.Length];
        return Convert.TryFromBase64String(Text(), bytes, out var count) ? bytes[..count] : throw new UnreadableValueException("is no Base64");
    }

    private static WireValue Value(XElement element) => new XmlWireValue(element);

    /// <summary>The elements inside, which all have the same name: others would be left out without a word.</summary>
    private IEnumerable<XElement> All(string name) => element.Elements().All(inner => inner.Name.LocalName == name) && (element.HasElements || string.IsNullOrWhiteSpace(element.Value))
        ? element.Elements()
        : throw new UnreadableValueException($"has something else in it than {name}");

    private static XElement Part(XElement entry, string name) =>
        entry.Elements().FirstOrDefault(part => part.Name.LocalName == name) ?? throw new UnreadableValueException($"has an entry without {name}");
}
