using System.Text;
using System.Xml.Linq;
using OrgTrail.Policies;
using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The policies of buckets.</summary>
internal sealed class BucketPolicies(SandboxContext context)
{
    public static HttpResponse Get(S3Request request) => HttpResponse.Text(200, "application/json", PolicyOf(request));

    public HttpResponse Put(S3Request request)
    {
        var bucket = request.Bucket;
        var policy = BucketPolicyRules.Check(Encoding.UTF8.GetString(request.Body.Span), bucket.Name);
        if (bucket.PublicAccessBlock is { BlockPublicPolicy: true } && PublicPolicy.Grants(policy))
        {
            throw S3Errors.AccessDenied(
                $"User: {S3Caller.Of(request.Call, context.State).Arn} is not authorized to perform: s3:PutBucketPolicy on resource: "
                + $"\"arn:aws:s3:::{bucket.Name}\" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.");
        }

        bucket.Policy = policy.Minified;
        return HttpResponse.Empty(204);
    }

    public static HttpResponse Delete(S3Request request)
    {
        request.Bucket.Policy = null;
        return HttpResponse.Empty(204);
    }

    public static HttpResponse Status(S3Request request) => S3Xml.Answer(
        new XElement("PolicyStatus", new XElement("IsPublic", CallerPolicy.Of(PolicyOf(request)).IsPublic)));

    private static string PolicyOf(S3Request request) =>
        request.Bucket.Policy ?? throw S3Errors.NotFound("NoSuchBucketPolicy", "The bucket policy does not exist", request.Bucket.Name);
}
