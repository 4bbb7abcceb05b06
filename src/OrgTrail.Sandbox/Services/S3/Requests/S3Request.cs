using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>A call to S3.</summary>
/// <param name="Call">The call as it came.</param>
/// <param name="Address">The bucket and the key.</param>
/// <param name="Query">The parameters of the query string.</param>
internal sealed record S3Request(ServiceCall Call, ObjectAddress Address, IReadOnlyDictionary<string, string> Query)
{
    private readonly SandboxBucket? _bucket;

    /// <summary>The bucket, which has been found.</summary>
    public SandboxBucket Bucket
    {
        get => _bucket ?? throw new InvalidOperationException("The operation has no bucket.");
        init => _bucket = value;
    }

    /// <summary>The key.</summary>
    public string Key => Address.Key;

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body => Call.Http.Body;

    /// <summary>Reads a call.</summary>
    public static S3Request Of(ServiceCall call)
    {
        var query = call.Http.Query.Length == 0 ? EmptyQuery : FormText.Parse(call.Http.Query);
        return new(call, ObjectAddress.OfPath(call.Http.Path), query);
    }

    /// <summary>A header's value; <see langword="null"/> when it was not sent.</summary>
    public string? Header(string name) => Call.Http.Header(name);

    /// <summary>A parameter's value; empty when it was not sent.</summary>
    public string Parameter(string name) => Query.GetValueOrDefault(name, "");

    private static IReadOnlyDictionary<string, string> EmptyQuery { get; } = new Dictionary<string, string>();
}
