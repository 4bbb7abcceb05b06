using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace OrgTrail.Sandbox.Http;

/// <summary>Reads the head of a request: strictly, since what is doubtful here is a mistake or an attack.</summary>
internal static class RequestHeadParser
{
    // RFC 9110, section 5.6.2.
    private static readonly SearchValues<byte> TokenBytes = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static readonly SearchValues<byte> ControlBytes = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(control => control != '\t').Append(127).Select(control => (byte)control)]);

    private static readonly string[] Methods = ["GET", "PUT", "POST", "HEAD", "DELETE", "OPTIONS", "PATCH"];

    /// <param name="head">Without the empty line at its end.</param>
    /// <exception cref="Protocol.AwsErrorException">It is malformed.</exception>
    public static RequestHead Parse(ReadOnlySpan<byte> head)
    {
        var line = NextLine(ref head);
        var method = Method(NextWord(ref line));
        var target = NextWord(ref line);
        var authority = Authority(ref target);
        var (path, query) = Address(target);
        var isHttp11 = IsHttp11(line);
        var headers = Headers(head);
        // RFC 9112, section 3.2.2: the header Host does not count then.
        if (authority is not null) headers["Host"] = authority;
        return new RequestHead(method, path, query, isHttp11, headers);
    }

    /// <summary>Whether a request can begin with this.</summary>
    public static bool CanBeginWith(byte first) => TokenBytes.Contains(first);

    private static string Method(ReadOnlySpan<byte> word)
    {
        foreach (var method in Methods)
        {
            if (Ascii.Equals(word, method)) return method;
        }

        return word.IsEmpty || word.Length > 32 || word.ContainsAnyExcept(TokenBytes)
            ? throw BadRequest.Because("its method is malformed")
            : Encoding.ASCII.GetString(word).ToUpperInvariant();
    }

    /// <summary>Takes scheme and host off a target: through a proxy it is a whole URL (RFC 9112, section 3.2.2).</summary>
    private static string? Authority(ref ReadOnlySpan<byte> target)
    {
        if (target.IsEmpty || target.ContainsAny(ControlBytes) || !Utf8.IsValid(target))
            throw BadRequest.Because("its target is malformed");
        if (target[0] == '/' || target.IndexOf("://"u8) is not (> 0 and var scheme)) return null;
        target = target[(scheme + 3)..];
        var end = target.IndexOfAny((byte)'/', (byte)'?') is >= 0 and var slash ? slash : target.Length;
        var authority = Encoding.UTF8.GetString(target[..end]);
        target = target[end..];
        return authority;
    }

    private static (string Path, string Query) Address(ReadOnlySpan<byte> target)
    {
        var mark = target.IndexOf((byte)'?');
        var path = mark < 0 ? target : target[..mark];
        return (
            path is [] or [(byte)'/'] ? "/" : Encoding.UTF8.GetString(path),
            mark < 0 ? "" : Encoding.UTF8.GetString(target[(mark + 1)..]));
    }

    private static bool IsHttp11(ReadOnlySpan<byte> version) => version switch
    {
        _ when version.SequenceEqual("HTTP/1.1"u8) => true,
        _ when version.SequenceEqual("HTTP/1.0"u8) => false,
        _ => throw BadRequest.Because("its version is neither HTTP/1.1 nor HTTP/1.0"),
    };

    private static Dictionary<string, string> Headers(ReadOnlySpan<byte> lines)
    {
        var headers = new Dictionary<string, string>(16, StringComparer.OrdinalIgnoreCase);
        while (!lines.IsEmpty)
        {
            var line = NextLine(ref lines);
            var colon = line.IndexOf((byte)':');
            if (colon <= 0 || line[..colon].ContainsAnyExcept(TokenBytes))
                throw BadRequest.Because("a header's name is malformed");
            var value = line[(colon + 1)..].Trim(" \t"u8);
            if (value.ContainsAny(ControlBytes))
                throw BadRequest.Because("a header's value has control characters");
            Add(headers, HeaderName.Of(line[..colon]), Encoding.Latin1.GetString(value));
        }

        return headers;
    }

    private static void Add(Dictionary<string, string> headers, string name, string value)
    {
        if (!headers.TryAdd(name, value))
            headers[name] = $"{headers[name]},{value}";
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf("\r\n"u8);
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 2)..];
        return line;
    }

    private static ReadOnlySpan<byte> NextWord(ref ReadOnlySpan<byte> line)
    {
        var end = line.IndexOf((byte)' ');
        if (end < 0) throw BadRequest.Because("its first line has not three words");
        var word = line[..end];
        line = line[(end + 1)..];
        return word;
    }
}
