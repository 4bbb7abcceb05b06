using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Buckets as such.</summary>
internal sealed class BucketOperations(SandboxContext context)
{
    private const string FirstRegion = "us-east-1";
    private const int MostListed = 10_000;

    public HttpResponse Create(S3Request request)
    {
        var name = request.Address.Bucket;
        if (!BucketName.IsAllowed(name)) throw S3Errors.InvalidBucketName(name);
        var region = RegionOf(request);
        var bucket = NewBucket(request, region);
        if (context.State.S3.Buckets.TryGetValue(name, out var existing))
            RequireRepeatable(existing, request);
        else
            context.State.S3.Buckets[name] = bucket;
        return HttpResponse.Empty(200).With("Location", $"/{name}").With("x-amz-bucket-arn", $"arn:aws:s3:::{name}");
    }

    public HttpResponse Delete(S3Request request)
    {
        var name = request.Bucket.Name;
        if (context.Objects.ListVersions(name, "", "").Any())
        {
            var versions = request.Bucket.Versioning is null ? "" : ". You must delete all versions in the bucket.";
            throw new AwsErrorException("BucketNotEmpty", "The bucket you tried to delete is not empty" + versions, 409) { Members = { ["BucketName"] = name } };
        }

        context.State.S3.Buckets.TryRemove(name, out _);
        return HttpResponse.Empty(204);
    }

    // The header x-amz-bucket-region is on every answer about a bucket.
    public static HttpResponse Head(S3Request request) => HttpResponse.Empty(200)
        .With("x-amz-bucket-arn", $"arn:aws:s3:::{request.Bucket.Name}")
        .With("x-amz-access-point-alias", "false");

    // The oldest Region has no name here (Amazon S3 API reference, GetBucketLocation).
    public static HttpResponse Location(S3Request request) =>
        S3Xml.Answer(new XElement("LocationConstraint", request.Bucket.LocationConstraint ?? (request.Bucket.Region == FirstRegion ? null : request.Bucket.Region)));

    public HttpResponse List(S3Request request)
    {
        var most = int.TryParse(request.Parameter("max-buckets"), out var given) ? Math.Clamp(given, 1, MostListed) : MostListed;
        var after = request.Parameter("continuation-token");
        var owned = context.State.S3.Buckets.Values
            .Where(bucket => bucket.OwnerAccountId == request.Call.AccountId)
            .Where(bucket => bucket.Name.StartsWith(request.Parameter("prefix"), StringComparison.Ordinal))
            .Where(bucket => request.Parameter("bucket-region") is "" || request.Parameter("bucket-region") == bucket.Region)
            .OrderBy(bucket => bucket.Name, StringComparer.Ordinal)
            .SkipWhile(bucket => string.CompareOrdinal(bucket.Name, after) <= 0)
            .ToArray();
        return S3Xml.Answer(new XElement(
            "ListAllMyBucketsResult",
            CanonicalUser.Owner(request.Call.AccountId),
            new XElement("Buckets", owned.Take(most).Select(Listed)),
            owned.Length > most ? new XElement("ContinuationToken", owned[most - 1].Name) : null));
    }

    private static XElement Listed(SandboxBucket bucket) => new(
        "Bucket",
        new XElement("Name", bucket.Name),
        new XElement("CreationDate", S3Xml.Time(bucket.CreationDate)),
        new XElement("BucketRegion", bucket.Region),
        new XElement("BucketArn", $"arn:aws:s3:::{bucket.Name}"));

    // Where a call was signed for tells whose endpoint it would have reached.
    private string RegionOf(S3Request request)
    {
        var endpoint = request.Call.Region;
        var constraint = ConstraintOf(request);
        var region = constraint switch
        {
            null or "" => FirstRegion,
            "EU" => "eu-west-1",
            _ => constraint,
        };
        if (endpoint != FirstRegion && region != endpoint)
        {
            throw new AwsErrorException(
                "IllegalLocationConstraintException",
                $"The {(string.IsNullOrEmpty(constraint) ? "unspecified" : constraint)} location constraint is incompatible for the region specific endpoint this request was sent to.");
        }

        if (constraint == FirstRegion) throw InvalidConstraint();
        return context.State.Regions.Contains(region)
            ? region
            : throw InvalidConstraint();
    }

    private static AwsErrorException InvalidConstraint() => new("InvalidLocationConstraint", "The specified location-constraint is not valid");

    private static XElement? ConfigurationOf(S3Request request) => request.Body.IsEmpty ? null : S3Xml.Read(request.Body, "CreateBucketConfiguration");

    private static string? ConstraintOf(S3Request request) => ConfigurationOf(request)?.Element("LocationConstraint")?.Value;

    private static Dictionary<string, string> TagsOf(S3Request request)
    {
        var tags = ConfigurationOf(request)?.Element("Tags")?.Elements("Tag") ?? [];
        return BucketTags.Read(new XElement("Tagging", new XElement("TagSet", tags)), TaggingSetting.Most);
    }

    private SandboxBucket NewBucket(S3Request request, string region)
    {
        var locks = string.Equals(request.Header("x-amz-bucket-object-lock-enabled"), "true", StringComparison.OrdinalIgnoreCase);
        var ownership = request.Header("x-amz-object-ownership") is { } given ? OwnershipSetting.Check(given) : OwnershipSetting.Enforced;
        var bucket = new SandboxBucket
        {
            Name = request.Address.Bucket,
            OwnerAccountId = request.Call.AccountId,
            Region = region,
            CreationDate = context.Clock.Now,
            ObjectOwnership = ownership,
            ObjectLockEnabled = locks,
            LocationConstraint = ConstraintOf(request) == "EU" ? "EU" : null,
            Tags = TagsOf(request),
            Versioning = locks ? VersioningSetting.Enabled : null,
        };
        AclSetting.ApplyAtCreation(bucket, request.Header("x-amz-acl"));
        return bucket;
    }

    // "In the us-east-1 Region, if you re-create an existing bucket that you already own, Amazon S3 returns 200 OK"
    // (Amazon S3 API reference, CreateBucket, BucketAlreadyOwnedByYou).
    private static void RequireRepeatable(SandboxBucket existing, S3Request request)
    {
        if (existing.OwnerAccountId != request.Call.AccountId)
        {
            throw new AwsErrorException(
                "BucketAlreadyExists",
                "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
                409)
            { Members = { ["BucketName"] = existing.Name } };
        }

        if (existing.Region != FirstRegion || request.Call.Region != FirstRegion)
        {
            throw new AwsErrorException(
                "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.", 409)
            { Members = { ["BucketName"] = existing.Name } };
        }
    }
}
