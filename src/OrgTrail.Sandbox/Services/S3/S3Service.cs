using System.Text.Json.Nodes;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>
/// Amazon S3. Objects are read and written by many calls at once; calls on a bucket's configuration wait for each other.
/// ACLs other than the owner's give no access.
/// </summary>
/// <param name="context">What the services share.</param>
public sealed class S3Service(SandboxContext context) : IService
{
    private const string RegionHeader = "x-amz-bucket-region";
    private readonly S3Routes _routes = S3Catalog.Routes(context);
    private readonly BucketAccess _access = new(context);

    /// <inheritdoc/>
    public string SigningName => "s3";

    /// <inheritdoc/>
    public HttpResponse Answer(ServiceCall serviceCall)
    {
        var request = S3Request.Of(serviceCall);
        var operation = _routes.Find(request);
        if (!operation.Bucketless)
            request = request with { Bucket = BucketFor(request, operation) };
        var answer = Run(request, operation);
        if (!operation.Bucketless)
            answer = answer.With(RegionHeader, request.Bucket.Region);
        return answer.With("x-amz-request-id", RequestId.New());
    }

    /// <inheritdoc/>
    public HttpResponse Refuse(ServiceCall serviceCall, AwsErrorException refusal)
    {
        ArgumentNullException.ThrowIfNull(serviceCall);
        ArgumentNullException.ThrowIfNull(refusal);
        var id = RequestId.New();
        var answer = serviceCall.Http.Method == "HEAD" ? HttpResponse.Empty(refusal.Status) : Described(refusal, id);
        foreach (var (name, value) in refusal.Headers)
            answer = answer.With(name, value);
        if (refusal.Members[S3Errors.RegionMember] is { } region)
            answer = answer.With(RegionHeader, region.GetValue<string>());
        return answer.With("x-amz-request-id", id);
    }

    private static HttpResponse Described(AwsErrorException refusal, string id) => S3Xml.Text(refusal.Status, new XElement(
        "Error",
        new XElement("Code", refusal.Code),
        new XElement("Message", refusal.Message),
        refusal.Members.Select(member => new XElement(member.Key, member.Value is JsonValue value ? value.ToString() : null)),
        new XElement("RequestId", id)));

    private HttpResponse Run(S3Request request, S3Route operation)
    {
        if (!operation.Configures) return operation.Handler(request);
        lock (context.State.Gate)
            return operation.Handler(request);
    }

    private SandboxBucket BucketFor(S3Request request, S3Route operation)
    {
        var name = request.Address.Bucket;
        if (!context.State.S3.Buckets.TryGetValue(name, out var bucket)) throw S3Errors.NoSuchBucket(name);
        if (!operation.AnswersEverywhere && request.Call.Region != bucket.Region) throw S3Errors.PermanentRedirect(name, bucket.Region);
        RequireOwner(request, bucket);
        if (ActionOf(operation, request) is { } action) _access.Require(request, bucket, request.Key, action);
        if (operation.OwnerOnly && request.Call.AccountId != bucket.OwnerAccountId) throw S3Errors.MethodNotAllowed(request.Call.Http.Method);
        return bucket;
    }

    private static void RequireOwner(S3Request request, SandboxBucket bucket)
    {
        if (request.Header("x-amz-expected-bucket-owner") is not { } expected || expected == bucket.OwnerAccountId) return;
        throw NamingRule.AccountId.Check(expected) is null
            ? S3Errors.AccessDenied()
            : new AwsErrorException("InvalidBucketOwnerAWSAccountID", "The value of the expected bucket owner parameter must be an AWS account ID");
    }

    // Service authorization reference, "Actions, resources, and condition keys for Amazon S3": versions have actions of their own.
    private static string? ActionOf(S3Route operation, S3Request request) =>
        operation.VersionAction is { } ofVersion && request.Query.Count > 0 && request.Query.ContainsKey("versionId") ? ofVersion : operation.Action;
}
