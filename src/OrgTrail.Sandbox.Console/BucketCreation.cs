using System.Net.Http.Headers;

namespace OrgTrail.Sandbox.Commands;

/// <summary>Creates a bucket by S3's own protocol. The sandbox looks at the form of a signature only.</summary>
internal static class BucketCreation
{
    public static async Task RunAsync(Uri endpoint, string bucket, string accessKey, string region, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(endpoint, bucket));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            $"Credential={accessKey}/20250101/{region}/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature={new string('0', 64)}");
        request.Headers.Add("X-Amz-Date", "20250101T000000Z");
        using var response = await http.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
            throw new OrgTrailException(new Problem(
                "BucketNotCreated",
                ProblemKind.ServiceFailed,
                $"S3 answered {(int)response.StatusCode} to the creation of bucket {bucket}: {await response.Content.ReadAsStringAsync(cancellation)}",
                "This is a defect of the sandbox."));
    }
}
