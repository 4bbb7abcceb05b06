using System.Collections.Concurrent;

namespace OrgTrail.Testing;

public sealed partial class ScriptedAws
{
    private readonly ConcurrentDictionary<string, ScriptedBucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>The buckets added so far, by name; look here for the policy that was written.</summary>
    public IReadOnlyDictionary<string, ScriptedBucket> Buckets => _buckets;

    /// <summary>Adds a bucket, and scripts S3's HeadBucket, GetBucketLocation and the three calls for bucket policies: a policy put is the policy got.</summary>
    public ScriptedAws AddBucket(string name, string region = "us-east-1", string? policy = null)
    {
        _buckets[name] = new ScriptedBucket { Region = region, Policy = policy };
        OnBucket("HeadBucket", (_, bucket) => HttpResponse.Of(200, "application/xml", "").With("x-amz-bucket-region", bucket.Region));
        OnBucket("GetBucketLocation", (call, bucket) => AwsAnswer.Success(call, Location(bucket)));
        OnBucket("GetBucketPolicy", (call, bucket) => bucket.Policy is { } text
            ? HttpResponse.Of(200, "application/json", text)
            : AwsAnswer.Error(call, "NoSuchBucketPolicy", "The bucket policy does not exist", 404));
        OnBucket("PutBucketPolicy", (call, bucket) => Write(bucket, call.Text));
        OnBucket("DeleteBucketPolicy", (_, bucket) => Write(bucket, null));
        return this;
    }

    private static HttpResponse Write(ScriptedBucket bucket, string? policy)
    {
        bucket.Policy = policy;
        return HttpResponse.Of(204, "application/xml", "");
    }

    // us-east-1 is the null location (S3 API reference, GetBucketLocation).
    private static string Location(ScriptedBucket bucket) =>
        $"<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">{(bucket.Region == "us-east-1" ? "" : bucket.Region)}</LocationConstraint>";

    private void OnBucket(string operation, Func<AwsCall, ScriptedBucket, HttpResponse> answer) =>
        On("S3", operation).Add(exchange => exchange.SendAsync(_buckets.TryGetValue(exchange.Call.Bucket, out var bucket)
            ? answer(exchange.Call, bucket)
            : AwsAnswer.Error(exchange.Call, "NoSuchBucket", "The specified bucket does not exist", 404)));
}
