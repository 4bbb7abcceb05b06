using System.Text;
using System.Xml;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Protocol;

/// <summary>Writes XML as AWS does: what XML 1.0 has no place for, but a key or a name may have, becomes a reference all the same.</summary>
internal static class AwsXml
{
    private static readonly XmlWriterSettings Writing = new()
    {
        CheckCharacters = false,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>An answer with an XML declaration.</summary>
    public static HttpResponse Answer(int status, string contentType, XElement element)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Writing))
            new XDocument(element).WriteTo(writer);
        return new(status, [new("Content-Type", contentType)], bytes.ToArray());
    }
}
