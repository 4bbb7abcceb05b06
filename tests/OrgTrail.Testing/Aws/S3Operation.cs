namespace OrgTrail.Testing;

/// <summary>S3 has no operation in its requests: method, path and query make its name.</summary>
internal static class S3Operation
{
    private static readonly Dictionary<string, string> SubresourceNames = new(StringComparer.Ordinal)
    {
        ["policy"] = "Policy",
        ["policyStatus"] = "PolicyStatus",
        ["location"] = "Location",
        ["acl"] = "Acl",
        ["encryption"] = "Encryption",
        ["lifecycle"] = "LifecycleConfiguration",
        ["logging"] = "Logging",
        ["object-lock"] = "ObjectLockConfiguration",
        ["ownershipControls"] = "OwnershipControls",
        ["publicAccessBlock"] = "PublicAccessBlock",
        ["tagging"] = "Tagging",
        ["versioning"] = "Versioning",
    };

    public static string Name(HttpRequest request)
    {
        var path = request.Path.Trim('/');
        var verb = Verb(request.Method);
        if (path.Length == 0)
            return "ListBuckets";
        if (path.Contains('/', StringComparison.Ordinal))
            return $"{verb}Object";
        if (request.Query.Keys.FirstOrDefault(SubresourceNames.ContainsKey) is { } subresource)
            return verb + (subresource is "publicAccessBlock" or "object-lock" ? "" : "Bucket") + SubresourceNames[subresource];

        return request.Method switch
        {
            "GET" when request.Query.ContainsKey("versions") => "ListObjectVersions",
            "GET" => request.Query.ContainsKey("list-type") ? "ListObjectsV2" : "ListObjects",
            "PUT" => "CreateBucket",
            _ => $"{verb}Bucket",
        };
    }

    private static string Verb(string method) => method switch
    {
        "GET" => "Get",
        "PUT" => "Put",
        "HEAD" => "Head",
        "DELETE" => "Delete",
        _ => "Post",
    };
}
