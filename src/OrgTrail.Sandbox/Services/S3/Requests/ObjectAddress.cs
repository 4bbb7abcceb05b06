using System.Text;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Which bucket and object a request is about; empty for none.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">The key.</param>
internal readonly record struct ObjectAddress(string Bucket, string Key)
{
    /// <summary>The version that the source of a copy names; <see langword="null"/> for the current one.</summary>
    public string? VersionId { get; private init; }

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads a path; the dispatcher brings all addresses into this style. It is not normalised: dots and empty segments
    /// are part of the key.
    /// </summary>
    public static ObjectAddress OfPath(string path)
    {
        path = path.StartsWith('/') ? path[1..] : path;
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new(Decode(path), "") : new(Decode(path[..slash]), Decode(path[(slash + 1)..]));
    }

    /// <summary>Reads what <c>x-amz-copy-source</c> names.</summary>
    public static ObjectAddress OfCopySource(string source)
    {
        var halves = source.Split("?versionId=", 2);
        var path = halves[0].TrimStart('/');
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < path.Length - 1
            ? new(Decode(path[..slash]), Decode(path[(slash + 1)..])) { VersionId = halves.Length == 2 ? halves[1] : null }
            : throw S3Errors.InvalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey", "x-amz-copy-source", source);
    }

    // A plus sign stands for itself in paths.
    private static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        var bytes = new MemoryStream(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (i + 2 < text.Length && text[i] == '%' && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.WriteByte(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 3;
                continue;
            }

            var next = text.IndexOf('%', i + 1);
            bytes.Write(Encoding.UTF8.GetBytes(text[i..(next < 0 ? text.Length : next)]));
            i = next < 0 ? text.Length : next;
        }

        try
        {
            return Strict.GetString(bytes.ToArray());
        }
        catch (DecoderFallbackException)
        {
            throw S3Errors.InvalidUri();
        }
    }
}
