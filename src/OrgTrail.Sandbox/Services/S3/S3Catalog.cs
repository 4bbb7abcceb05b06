namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The operations of S3 that the sandbox knows.</summary>
internal static class S3Catalog
{
    public static S3Routes Routes(SandboxContext context)
    {
        var routes = new S3Routes();
        AddBuckets(routes, context);
        foreach (var setting in S3Settings.All(context.State))
            setting.AddTo(routes);
        AddObjects(routes, context);
        return routes;
    }

    private static void AddBuckets(S3Routes routes, SandboxContext context)
    {
        var buckets = new BucketOperations(context);
        var policies = new BucketPolicies(context);
        routes
            .ForService("GET", new("s3:ListAllMyBuckets", buckets.List) { Configures = true, Bucketless = true })
            .ForBucket("PUT", "", new("s3:CreateBucket", buckets.Create) { Configures = true, Bucketless = true })
            .ForBucket("DELETE", "", new("s3:DeleteBucket", buckets.Delete) { Configures = true, OwnerOnly = true })
            .ForBucket("HEAD", "", new("s3:ListBucket", BucketOperations.Head))
            .ForBucket("GET", "location", new("s3:GetBucketLocation", BucketOperations.Location) { AnswersEverywhere = true })
            .ForBucket("GET", "policy", new("s3:GetBucketPolicy", BucketPolicies.Get) { Configures = true, OwnerOnly = true })
            .ForBucket("PUT", "policy", new("s3:PutBucketPolicy", policies.Put) { Configures = true, OwnerOnly = true })
            .ForBucket("DELETE", "policy", new("s3:DeleteBucketPolicy", BucketPolicies.Delete) { Configures = true, OwnerOnly = true })
            .ForBucket("GET", "policyStatus", new("s3:GetBucketPolicyStatus", BucketPolicies.Status) { Configures = true });
    }

    private static void AddObjects(S3Routes routes, SandboxContext context)
    {
        var access = new BucketAccess(context);
        var reads = new ObjectReads(context, access);
        var writes = new ObjectWrites(context, access, reads);
        var deletes = new ObjectDeletes(context, access);
        var listings = new ObjectListings(context.Objects);
        var uploads = new MultipartUploads(context, writes);
        routes
            .ForBucket("GET", "", new("s3:ListBucket", listings.Version1))
            .ForBucket("GET", "list-type", new("s3:ListBucket", listings.Version2))
            .ForBucket("GET", "versions", new("s3:ListBucketVersions", listings.Versions))
            .ForBucket("GET", "uploads", new("s3:ListBucketMultipartUploads", uploads.List))
            .ForBucket("POST", "delete", new(null, deletes.DeleteMany))
            .ForObject("GET", "", new("s3:GetObject", reads.Get))
            .ForObject("HEAD", "", new("s3:GetObject", reads.Head))
            .ForObject("GET", "acl", new("s3:GetObjectAcl", reads.Acl))
            .ForObject("PUT", "", new("s3:PutObject", writes.Put))
            .ForObject("DELETE", "", new("s3:DeleteObject", deletes.Delete))
            .ForObject("POST", "uploads", new("s3:PutObject", uploads.Create))
            .ForObject("PUT", "uploadId", new("s3:PutObject", uploads.PutPart))
            .ForObject("POST", "uploadId", new("s3:PutObject", uploads.Complete))
            .ForObject("DELETE", "uploadId", new("s3:AbortMultipartUpload", uploads.Abort))
            .ForObject("GET", "uploadId", new("s3:ListMultipartUploadParts", uploads.ListParts));
    }
}
