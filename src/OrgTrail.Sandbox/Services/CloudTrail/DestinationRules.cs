using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>What CloudTrail checks of a trail's destinations whenever a trail is created or updated.</summary>
internal sealed class DestinationRules(TrailBucketAccess buckets, KeyAccess keys, TopicAccess topics, LogGroupAccess logGroups)
{
    /// <summary>Checks a trail, and turns names of keys and topics into ARNs.</summary>
    /// <param name="trail">The trail as it shall be.</param>
    /// <param name="present">The same trail as it is; <see langword="null"/> for a new one.</param>
    /// <param name="caller">Whose names they are.</param>
    public void Settle(SandboxTrail trail, SandboxTrail? present, Caller caller)
    {
        var bucket = buckets.Require(trail);
        if (trail.KmsKeyId is { } asked)
            SettleEncrypted(trail, bucket, keys.Require(asked, caller, bucket), asked);
        else if (buckets.RefusesTrail(trail, bucket))
            throw TrailRefusals.InsufficientBucketPolicy(bucket.Name);

        trail.SnsTopicArn ??= trail.SnsTopicName is { } name ? TopicAccess.Resolve(name, caller) : null;
        if (trail.SnsTopicArn is { } topic && !topics.Allows(trail, topic))
            throw TrailRefusals.InsufficientTopicPolicy();

        // A group that is there already may belong to another administrator of the organization's trails.
        if (trail.CloudWatchLogsLogGroupArn != present?.CloudWatchLogsLogGroupArn || trail.CloudWatchLogsRoleArn != present?.CloudWatchLogsRoleArn)
            logGroups.Require(trail, caller);
    }

    // CloudTrail user guide, "How AWS CloudTrail uses AWS KMS": with a key, trouble of the bucket and of the key surface as
    // the same refusal.
    private void SettleEncrypted(SandboxTrail trail, SandboxBucket bucket, SandboxKey key, string asked)
    {
        trail.KmsKeyId = key.Arn;
        if (!keys.Allows(trail, key) || buckets.RefusesTrail(trail, bucket))
            throw TrailRefusals.InsufficientEncryptionPolicy(bucket.Name, asked);
    }
}
