using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>
/// What keeps a trail's files from being delivered, in S3's codes, as the state is now. CloudTrail would notice at its
/// next delivery; here whoever asks sees it at once.
/// </summary>
internal sealed class DeliveryFaults(TrailBucketAccess buckets, KeyAccess keys, TopicAccess topics)
{
    /// <summary>What is in the way of log files; <see langword="null"/> when nothing is.</summary>
    public string? OfLogFiles(SandboxTrail trail) => Of(trail, withDigests: false);

    /// <summary>What is in the way of digests; <see langword="null"/> when nothing is, or when the trail writes none.</summary>
    public string? OfDigests(SandboxTrail trail) => trail.LogFileValidationEnabled ? Of(trail, withDigests: true) : null;

    /// <summary>What is in the way of notifications; <see langword="null"/> when nothing is, or when the trail sends none.</summary>
    public string? OfNotifications(SandboxTrail trail) =>
        trail.SnsTopicArn is { } topic && !topics.Allows(trail, topic) ? "AuthorizationError" : null;

    private string? Of(SandboxTrail trail, bool withDigests)
    {
        if (buckets.Find(trail) is not { } bucket)
            return "NoSuchBucket";
        return keys.Fault(trail) ?? (buckets.RefusesFiles(trail, bucket, withDigests) ? "AccessDenied" : null);
    }
}
