using OrgTrail.Policies;

namespace OrgTrail.Health;

/// <summary>Requests of anybody to a bucket over plain HTTP.</summary>
internal static class PlainRequests
{
    // Nobody's name, so that only statements about everybody mean it.
    private const string Anybody = "anybody";

    // What s3:TlsVersion is compared with is not there without TLS.
    private static readonly RequestContext WithoutTls = RequestContext.Empty
        .With("aws:SecureTransport", ContextValue.Known("false"))
        .With("s3:TlsVersion", ContextValue.Absent)
        .With("aws:PrincipalIsAWSService", ContextValue.Known("false"));

    /// <summary>One request each that lists, reads, writes and deletes.</summary>
    /// <param name="bucketArn">The bucket.</param>
    public static IEnumerable<ServiceRequest> Of(string bucketArn)
    {
        var key = $"{bucketArn}/" + SymbolicText.Foreign;
        return
        [
            Request("s3:ListBucket", bucketArn),
            Request("s3:GetObject", key),
            Request("s3:PutObject", key),
            Request("s3:DeleteObject", key),
        ];
    }

    private static ServiceRequest Request(string action, SymbolicText resource) => new(Anybody, action, resource, WithoutTls);
}
