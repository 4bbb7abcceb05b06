using System.Globalization;
using System.Text;

namespace OrgTrail.Testing;

/// <summary>One answer before it goes over the wire.</summary>
internal sealed record HttpResponse(int Status, string ContentType, byte[] Body)
{
    private readonly Dictionary<string, string> _headers = [];

    public static HttpResponse Of(int status, string contentType, string body) =>
        new(status, contentType, Encoding.UTF8.GetBytes(body));

    public HttpResponse With(string header, string value)
    {
        _headers[header] = value;
        return this;
    }

    public string Head()
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} Scripted\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Type: {ContentType}\r\n");
        // 204 and 304 carry no length (RFC 9110, section 8.6).
        if (Status is not (204 or 304))
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        foreach (var (name, value) in _headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        return head.Append("\r\n").ToString();
    }
}
