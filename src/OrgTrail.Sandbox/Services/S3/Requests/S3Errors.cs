using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>S3's refusals (Amazon S3 API reference, "Error responses"), in its words.</summary>
internal static class S3Errors
{
    public static AwsErrorException AccessDenied(string message = "Access Denied") => new("AccessDenied", message, 403);

    public static AwsErrorException AclNotSupported() => new("AccessControlListNotSupported", "The bucket does not allow ACLs");

    public static AwsErrorException BadDigest(string what) => new("BadDigest", $"The {what} you specified did not match what we received.");

    public static AwsErrorException InvalidArgument(string message, string name, string value) =>
        new("InvalidArgument", message) { Members = { ["ArgumentName"] = name, ["ArgumentValue"] = value } };

    public static AwsErrorException InvalidBucketName(string bucket) =>
        new("InvalidBucketName", "The specified bucket is not valid.") { Members = { ["BucketName"] = bucket } };

    public static AwsErrorException InvalidBucketState(string message) => new("InvalidBucketState", message, 409);

    public static AwsErrorException InvalidDigest() => new("InvalidDigest", "The Content-MD5 you specified was invalid.");

    public static AwsErrorException InvalidRequest(string message) => new("InvalidRequest", message);

    public static AwsErrorException InvalidUri() => new("InvalidURI", "Couldn't parse the specified URI.");

    public static AwsErrorException MalformedPolicy(string message) => new("MalformedPolicy", message);

    public static AwsErrorException MalformedXml() =>
        new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static AwsErrorException MethodNotAllowed(string method) =>
        new("MethodNotAllowed", "The specified method is not allowed against this resource.", 405) { Members = { ["Method"] = method } };

    public static AwsErrorException NoSuchBucket(string bucket) =>
        new("NoSuchBucket", "The specified bucket does not exist", 404) { Members = { ["BucketName"] = bucket } };

    public static AwsErrorException NoSuchKey(string key, IReadOnlyDictionary<string, string>? headers = null) =>
        new("NoSuchKey", "The specified key does not exist.", 404) { Members = { ["Key"] = key }, Headers = headers ?? new Dictionary<string, string>() };

    public static AwsErrorException NoSuchVersion(string key, string versionId) =>
        new("NoSuchVersion", "The specified version does not exist.", 404) { Members = { ["Key"] = key, ["VersionId"] = versionId } };

    /// <summary>What reading a delete marker is answered with.</summary>
    public static AwsErrorException MarkerNotAllowed(string method, Dictionary<string, string> headers)
    {
        headers["Allow"] = "DELETE";
        return new("MethodNotAllowed", "The specified method is not allowed against this resource.", 405)
        {
            Members = { ["Method"] = method, ["ResourceType"] = "DeleteMarker" },
            Headers = headers,
        };
    }

    public static AwsErrorException MissingBody() => new("MissingRequestBodyError", "Request Body is empty");

    public static AwsErrorException NotFound(string code, string message, string bucket) =>
        new(code, message, 404) { Members = { ["BucketName"] = bucket } };

    public static AwsErrorException NotImplemented(string what) =>
        new("NotImplemented", $"A header or parameter you provided implies functionality that is not implemented: {what}", 501);

    /// <summary>
    /// What another Region answers; its headers name the right one, and clients turn there (Amazon S3 user guide, "Request
    /// redirection and the REST API").
    /// </summary>
    public static AwsErrorException PermanentRedirect(string bucket, string region) => new(
        "PermanentRedirect",
        "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
        301)
    {
        Members = { ["Endpoint"] = $"{bucket}.s3.{region}.amazonaws.com", ["Bucket"] = bucket, [RegionMember] = region },
    };

    /// <summary>The member of a refusal that also goes into the header <c>x-amz-bucket-region</c>.</summary>
    public const string RegionMember = "Region";

    public static AwsErrorException PreconditionFailed(string condition) =>
        new("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412) { Members = { ["Condition"] = condition } };
}
