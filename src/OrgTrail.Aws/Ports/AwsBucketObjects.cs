using System.Runtime.CompilerServices;
using Amazon.S3.Model;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Ports;

/// <summary>What lies in buckets.</summary>
/// <param name="calls">Sends the requests, and is the owner's.</param>
internal sealed class AwsBucketObjects(BucketCalls calls) : IBucketObjects
{
    private const string Operation = "ListObjectsV2";

    public async Task<string?> FindKeyAsync(string bucketName, string prefix, string? after, CancellationToken cancellation)
    {
        var request = new ListObjectsV2Request { BucketName = bucketName, Prefix = prefix, StartAfter = after, MaxKeys = 1 };
        var answer = await calls.SendAsync(Operation, bucketName, client => client.ListObjectsV2Async(request, cancellation), cancellation).ConfigureAwait(false);
        // Every listing names its bucket: otherwise it is none, but for example the page of a proxy, and says nothing.
        calls.Required(Operation, answer.Name);
        return answer.S3Objects is [var first, ..] ? calls.Required(Operation, first.Key) : null;
    }

    public IAsyncEnumerable<string> ListFoldersAsync(string bucketName, string prefix, CancellationToken cancellation) => calls.ListAsync(
        Operation,
        bucketName,
        (client, token) => client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucketName, Prefix = prefix, Delimiter = "/", ContinuationToken = token }, cancellation),
        Folders,
        Next,
        cancellation);

    public async IAsyncEnumerable<ListedObject> ListAsync(string bucketName, string prefix, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var objects = calls.ListAsync(
            Operation,
            bucketName,
            (client, token) => client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucketName, Prefix = prefix, StartAfter = after, ContinuationToken = token }, cancellation),
            Objects,
            Next,
            cancellation);
        await foreach (var found in objects.ConfigureAwait(false))
            yield return new(calls.Required(Operation, found.Key), found.Size ?? 0, Time.Utc(found.LastModified), found.StorageClass?.Value);
    }

    public async Task<ObjectBody> OpenAsync(string bucketName, string key, CancellationToken cancellation)
    {
        const string Reading = "GetObject";
        var request = new GetObjectRequest { BucketName = bucketName, Key = key };
        var answer = await calls.SendForBodyAsync(Reading, bucketName, client => client.GetObjectAsync(request, cancellation), cancellation).ConfigureAwait(false);
        if (answer.ResponseStream is { } body && answer.Headers.ContentLength >= 0) return new(body, answer.Headers.ContentLength, Metadata(answer), answer);
        answer.Dispose();
        throw calls.Unusable(Reading, "The answer does not say how long it is.");
    }

    private static Dictionary<string, string> Metadata(GetObjectResponse answer)
    {
        const string Prefix = "x-amz-meta-";
        return answer.Metadata.Keys.ToDictionary(
            name => (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name[Prefix.Length..] : name).ToLowerInvariant(),
            name => answer.Metadata[name],
            StringComparer.Ordinal);
    }

    private List<S3Object> Objects(ListObjectsV2Response page)
    {
        calls.Required(Operation, page.Name);
        return page.S3Objects ?? [];
    }

    private List<string> Folders(ListObjectsV2Response page)
    {
        calls.Required(Operation, page.Name);
        return page.CommonPrefixes ?? [];
    }

    // A page that is not the last one names the next: otherwise what is behind it would seem not to be there.
    private string? Next(ListObjectsV2Response page) =>
        page.IsTruncated == true ? calls.Required(Operation, page.NextContinuationToken) : null;
}
