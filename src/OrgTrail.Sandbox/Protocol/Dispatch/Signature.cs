using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Protocol.Dispatch;

/// <summary>Whom a request claims to be from, and what for. The claim has the right shape; the sandbox checks no more.</summary>
/// <param name="AccessKey">The access key id.</param>
/// <param name="Region">The Region that it is signed for.</param>
/// <param name="Service">The signing name.</param>
internal sealed record Signature(string AccessKey, string Region, string Service)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Reads the header Authorization, or the query of a presigned URL.</summary>
    /// <returns><see langword="null"/> when the request is not signed.</returns>
    /// <exception cref="MalformedSignatureException">What is there is no Signature Version 4.</exception>
    public static Signature? Of(HttpRequest request)
    {
        if (request.Header("Authorization") is { } header) return FromHeader(request, header);
        return request.Query.Contains("X-Amz-", StringComparison.OrdinalIgnoreCase) ? FromQuery(request.Query) : null;
    }

    // Signature Version 4, "Create a signed AWS API request".
    private static Signature FromHeader(HttpRequest request, string header)
    {
        var space = header.IndexOf(' ');
        if (space < 0 || !header.AsSpan(0, space).SequenceEqual(Algorithm))
            throw new MalformedSignatureException(SignatureFault.Algorithm, "Unsupported Authorization Type");

        var (credential, signedHeaders, signature) = Parameters(header.AsSpan(space + 1));
        Demand(!credential.IsEmpty, "Authorization header requires 'Credential' parameter.");
        Demand(!signature.IsEmpty, "Authorization header requires 'Signature' parameter.");
        Demand(!signedHeaders.IsEmpty, "Authorization header requires 'SignedHeaders' parameter.");
        Demand(
            request.Header("X-Amz-Date") is not null || request.Header("Date") is not null,
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        Demand(
            SignsHost(signedHeaders),
            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        return Scoped(credential);
    }

    private static Signature? FromQuery(string query)
    {
        var values = FormText.Parse(query);
        if (!values.ContainsKey("X-Amz-Algorithm") && !values.ContainsKey("X-Amz-Credential") && !values.ContainsKey("X-Amz-Signature"))
            return null;
        string[] required = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-Date", "X-Amz-SignedHeaders", "X-Amz-Expires"];
        if (!required.All(values.ContainsKey) || values["X-Amz-Algorithm"] != Algorithm)
            throw new MalformedSignatureException(SignatureFault.Query, "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
        return Scoped(values["X-Amz-Credential"]);
    }

    private static ParameterSpans Parameters(ReadOnlySpan<char> text)
    {
        var found = default(ParameterSpans);
        while (!text.IsEmpty)
        {
            var comma = text.IndexOf(',');
            var part = (comma < 0 ? text : text[..comma]).Trim();
            text = comma < 0 ? default : text[(comma + 1)..];
            if (part.StartsWith("Credential=")) found.Credential = part["Credential=".Length..];
            else if (part.StartsWith("SignedHeaders=")) found.SignedHeaders = part["SignedHeaders=".Length..];
            else if (part.StartsWith("Signature=")) found.Signature = part["Signature=".Length..];
        }

        return found;
    }

    private static bool SignsHost(ReadOnlySpan<char> signedHeaders)
    {
        foreach (var range in signedHeaders.ToString().Split(';'))
        {
            if (range.Equals("host", StringComparison.OrdinalIgnoreCase) || range == ":authority") return true;
        }

        return false;
    }

    /// <summary>From <c>key/20250102/us-east-1/cloudtrail/aws4_request</c>.</summary>
    private static Signature Scoped(ReadOnlySpan<char> credential)
    {
        Span<Range> parts = stackalloc Range[6];
        var isScope = credential.Split(parts, '/') == 5
            && credential[parts[4]].SequenceEqual("aws4_request")
            && credential[parts[1]] is { Length: 8 } date && !date.ContainsAnyExceptInRange('0', '9')
            && !credential[parts[0]].IsEmpty && !credential[parts[3]].IsEmpty;
        if (!isScope)
            throw new MalformedSignatureException(SignatureFault.Credential, "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.");
        var region = credential[parts[2]];
        return new Signature(
            credential[parts[0]].ToString(),
            region.IsEmpty ? "us-east-1" : region.ToString(),
            credential[parts[3]].ToString().ToLowerInvariant());
    }

    private static void Demand(bool met, string otherwise)
    {
        if (!met) throw new MalformedSignatureException(SignatureFault.Incomplete, otherwise);
    }

    private ref struct ParameterSpans
    {
        public ReadOnlySpan<char> Credential;
        public ReadOnlySpan<char> SignedHeaders;
        public ReadOnlySpan<char> Signature;

        public readonly void Deconstruct(out ReadOnlySpan<char> credential, out ReadOnlySpan<char> signedHeaders, out ReadOnlySpan<char> signature)
        {
            credential = Credential;
            signedHeaders = SignedHeaders;
            signature = Signature;
        }
    }
}
