using OrgTrail.Policies;
using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Services.S3;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>
/// The empty objects by which CloudTrail tries a bucket whenever a trail is created or updated: named as the folders of the
/// owner's account are, that of digests with log file validation. Each is tried whatever becomes of the other, and stays
/// when the trail is refused afterwards. Seen on AWS in September 2026; what is tried for organizations besides was not.
/// </summary>
internal sealed class ProbeObjects(SandboxContext context, TrailBucketAccess buckets)
{
    private const string LogFiles = "CloudTrail/";
    private const string Digests = "CloudTrail-Digest/";

    /// <summary>Writes those that are let in.</summary>
    /// <param name="trail">The trail as it shall be.</param>
    /// <param name="policy">The policy of its bucket, as it is in effect.</param>
    /// <param name="keyAllows">Whether the trail's key, if it has one, can be used.</param>
    public void Write(SandboxTrail trail, PolicyDocument policy, bool keyAllows)
    {
        if (keyAllows)
            Write(trail, policy, LogFiles, UploadHeaders.OfLogFiles(trail), trail.KmsKeyId is { } key ? Encryption.WithKey(key) : Encryption.S3Managed);
        if (trail.LogFileValidationEnabled)
            Write(trail, policy, Digests, UploadHeaders.OfS3Managed(), Encryption.S3Managed);
    }

    private void Write(SandboxTrail trail, PolicyDocument policy, string folder, Dictionary<string, string> headers, Encryption encryption)
    {
        var key = $"{(trail.S3KeyPrefix is { } prefix ? prefix + "/" : "")}AWSLogs/{trail.OwnerAccountId}/{folder}";
        var upload = TrailCalls.Put($"{buckets.Delivery(trail).BucketArn}/{key}", buckets.CallerFor(trail), encryption);
        if (TrailBucketAccess.Refuses(policy, upload)) return;

        // Only its files are compressed JSON.
        headers.Remove("content-encoding");
        headers["content-type"] = "binary/octet-stream";
        new BucketObjects(context).Put(buckets.Require(trail), key, ReadOnlyMemory<byte>.Empty, headers, context.Clock.Now);
    }
}
