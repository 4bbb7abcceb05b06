using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>S3's XML. Handlers read and write plain names; the namespace is this class's business.</summary>
internal static class S3Xml
{
    public static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema-instance";
    private const string ContentType = "application/xml";
    private static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    private static readonly XmlReaderSettings Reading = new()
    {
        CheckCharacters = false,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>An answer in S3's namespace.</summary>
    public static HttpResponse Answer(XElement element) => Text(200, Qualified(element));

    /// <summary>An answer without a namespace, as refusals are.</summary>
    public static HttpResponse Text(int status, XElement element) => AwsXml.Answer(status, ContentType, element);

    /// <summary>Reads a body whose root element must have a name.</summary>
    public static XElement Read(ReadOnlyMemory<byte> body, string root)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), Reading);
            var element = Plain(XElement.Load(reader));
            return element.Name == root ? element : throw S3Errors.MalformedXml();
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }

    /// <summary>A time as S3 writes it.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static XElement Qualified(XElement element) => Renamed(element, name => name.Namespace == XNamespace.None ? Namespace + name.LocalName : name);

    private static XElement Plain(XElement element) => Renamed(element, name => name.LocalName);

    private static XElement Renamed(XElement element, Func<XName, XName> rename) => new(
        rename(element.Name),
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration),
        element.Nodes().Select(node => node is XElement child ? Renamed(child, rename) : node));
}
