using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Protocol.Dispatch;

/// <summary>S3's requests do not name their operation: method, path and query make its name.</summary>
internal static class S3Operation
{
    // Amazon S3 API reference: what stands for a part of a bucket, and how its operations are called.
    private static readonly Dictionary<string, string> BucketParts = new(StringComparer.Ordinal)
    {
        ["accelerate"] = "BucketAccelerateConfiguration",
        ["acl"] = "BucketAcl",
        ["cors"] = "BucketCors",
        ["encryption"] = "BucketEncryption",
        ["lifecycle"] = "BucketLifecycleConfiguration",
        ["location"] = "BucketLocation",
        ["logging"] = "BucketLogging",
        ["notification"] = "BucketNotificationConfiguration",
        ["object-lock"] = "ObjectLockConfiguration",
        ["ownershipControls"] = "BucketOwnershipControls",
        ["policy"] = "BucketPolicy",
        ["policyStatus"] = "BucketPolicyStatus",
        ["publicAccessBlock"] = "PublicAccessBlock",
        ["replication"] = "BucketReplication",
        ["requestPayment"] = "BucketRequestPayment",
        ["tagging"] = "BucketTagging",
        ["versioning"] = "BucketVersioning",
        ["website"] = "BucketWebsite",
    };

    private static readonly string[] ObjectParts = ["acl", "attributes", "legal-hold", "retention", "tagging"];

    /// <param name="request">In path style.</param>
    public static string Name(HttpRequest request)
    {
        var path = request.Path.AsSpan().TrimStart('/');
        var slash = path.IndexOf('/');
        var hasKey = slash >= 0 && slash < path.Length - 1;
        if (path.IsEmpty) return request.Method == "GET" ? "ListBuckets" : $"{Verb(request.Method)}Service";
        return hasKey ? ObjectOperation(request) : BucketOperation(request);
    }

    private static string ObjectOperation(HttpRequest request)
    {
        if (request.Query.Length > 0)
        {
            var query = FormText.Parse(request.Query);
            if (ObjectParts.FirstOrDefault(query.ContainsKey) is { } part)
                return $"{Verb(request.Method)}Object{char.ToUpperInvariant(part[0])}{part[1..].Replace("-h", "H", StringComparison.Ordinal)}";
            if (query.ContainsKey("uploads") || query.ContainsKey("uploadId")) return MultipartOperation(request.Method, query);
        }

        return request.Method == "PUT" && request.Header("x-amz-copy-source") is not null ? "CopyObject" : KeyOperation(request.Method);
    }

    private static string KeyOperation(string method) => method switch
    {
        "GET" => "GetObject",
        "HEAD" => "HeadObject",
        "PUT" => "PutObject",
        "DELETE" => "DeleteObject",
        _ => $"{Verb(method)}Object",
    };

    private static string MultipartOperation(string method, IReadOnlyDictionary<string, string> query) => method switch
    {
        "POST" => query.ContainsKey("uploads") ? "CreateMultipartUpload" : "CompleteMultipartUpload",
        "PUT" => "UploadPart",
        "DELETE" => "AbortMultipartUpload",
        _ => "ListParts",
    };

    private static string BucketOperation(HttpRequest request)
    {
        var query = FormText.Parse(request.Query);
        if (query.Keys.FirstOrDefault(BucketParts.ContainsKey) is { } part) return Verb(request.Method) + BucketParts[part];
        return request.Method switch
        {
            "GET" when query.ContainsKey("versions") => "ListObjectVersions",
            "GET" when query.ContainsKey("uploads") => "ListMultipartUploads",
            "GET" => query.ContainsKey("list-type") ? "ListObjectsV2" : "ListObjects",
            "PUT" => "CreateBucket",
            "POST" when query.ContainsKey("delete") => "DeleteObjects",
            _ => $"{Verb(request.Method)}Bucket",
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
