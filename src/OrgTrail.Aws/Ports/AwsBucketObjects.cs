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
        return answer.S3Objects is [var first, ..] ? first.Key : null;
    }

    public async IAsyncEnumerable<string> ListFoldersAsync(string bucketName, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pages = Pages.ReadAsync(
            token => calls.SendAsync(
                Operation,
                bucketName,
                client => client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucketName, Prefix = prefix, Delimiter = "/", ContinuationToken = token }, cancellation),
                cancellation),
            page => page.NextContinuationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            calls.Required(Operation, page.Name);
            foreach (var folder in page.CommonPrefixes ?? [])
                yield return folder;
        }
    }
}
