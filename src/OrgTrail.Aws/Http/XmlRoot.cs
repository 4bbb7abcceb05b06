using System.Xml;

namespace OrgTrail.Aws.Http;

/// <summary>The root element of an XML document that is whole and harmless.</summary>
internal static class XmlRoot
{
    // The answers of AWS are less than ten deep.
    private const int Deepest = 64;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Its name without a namespace; <see langword="null"/> when the document is none, is cut off, declares entities or is nested without end.</summary>
    public static string? Of(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), Settings);
            reader.MoveToContent();
            var root = reader.LocalName;
            while (reader.Read())
                if (reader.Depth > Deepest) return null;
            return root;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
