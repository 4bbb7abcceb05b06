namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Finds the operation that a request means, by its method, what it is about, and its subresource.</summary>
internal sealed class S3Routes
{
    // What names a subresource when it stands in the query; an upload's id comes with other parameters.
    private static readonly string[] Subresources =
    [
        "accelerate", "acl", "analytics", "attributes", "cors", "delete", "encryption", "intelligent-tiering", "inventory", "legal-hold",
        "lifecycle", "list-type", "location", "logging", "metrics", "notification", "object-lock", "ownershipControls", "policy",
        "policyStatus", "publicAccessBlock", "replication", "requestPayment", "restore", "retention", "select", "tagging", "torrent",
        "uploads", "uploadId", "versioning", "versions", "website",
    ];

    private readonly Dictionary<(string Method, Target Target, string Subresource), S3Route> _routes = [];

    private enum Target
    {
        Service,
        Bucket,
        Object,
    }

    public S3Routes ForService(string method, S3Route route) => Add(method, Target.Service, "", route);

    public S3Routes ForBucket(string method, string subresource, S3Route route) => Add(method, Target.Bucket, subresource, route);

    public S3Routes ForObject(string method, string subresource, S3Route route) => Add(method, Target.Object, subresource, route);

    /// <summary>The operation of a request.</summary>
    public S3Route Find(S3Request request)
    {
        var target = request.Address switch
        {
            { Bucket: "" } => Target.Service,
            { Key: "" } => Target.Bucket,
            _ => Target.Object,
        };
        var method = request.Call.Http.Method;
        var subresource = request.Query.Count == 0 ? "" : Array.Find(Subresources, request.Query.ContainsKey) ?? "";
        S3Members.Require(request, name => Array.IndexOf(Subresources, name) >= 0);
        if (_routes.TryGetValue((method, target, subresource), out var route)) return route;
        throw _routes.Keys.Any(known => known.Target == target && known.Subresource == subresource)
            ? S3Errors.MethodNotAllowed(method)
            : S3Errors.NotImplemented(subresource);
    }

    private S3Routes Add(string method, Target target, string subresource, S3Route route)
    {
        _routes.Add((method, target, subresource), route);
        return this;
    }
}
