using OrgTrail.Policies;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>What CloudTrail checks of a trail's destinations whenever a trail is created or updated, in the order that was seen on AWS.</summary>
internal sealed class DestinationRules(TrailBucketAccess buckets, KeyAccess keys, ProbeObjects probes, TopicAccess topics, LogGroupAccess logGroups)
{
    /// <summary>Checks a trail, and turns names of keys and topics into ARNs.</summary>
    /// <param name="trail">The trail as it shall be.</param>
    /// <param name="present">The same trail as it is; <see langword="null"/> for a new one.</param>
    /// <param name="caller">Whose names they are.</param>
    public void Settle(SandboxTrail trail, SandboxTrail? present, Caller caller)
    {
        trail.SnsTopicArn ??= trail.SnsTopicName is { } name ? TopicAccess.Resolve(name, caller) : null;
        var bucket = buckets.Require(trail);
        if (trail.KmsKeyId is { } asked)
            SettleEncrypted(trail, bucket, asked, caller);
        else if (Refused(trail, buckets.Policy(bucket), keyAllows: true))
            throw TrailRefusals.InsufficientBucketPolicy(bucket.Name);
        if (trail.SnsTopicArn is { } topic && !topics.Allows(trail, topic))
            throw TrailRefusals.InsufficientTopicPolicy();

        // A group that is there already may belong to another administrator of the organization's trails.
        if (trail.CloudWatchLogsLogGroupArn != present?.CloudWatchLogsLogGroupArn || trail.CloudWatchLogsRoleArn != present?.CloudWatchLogsRoleArn)
            logGroups.Require(trail, caller);
    }

    // CloudTrail user guide, "How AWS CloudTrail uses AWS KMS": with a key, trouble of the bucket and of the key surface as
    // the same refusal.
    private void SettleEncrypted(SandboxTrail trail, SandboxBucket bucket, string asked, Caller caller)
    {
        var key = keys.Find(asked, caller, bucket);
        trail.KmsKeyId = key?.Arn ?? asked;
        var allows = key is not null && KeyAccess.FaultOf(key) is null && keys.Allows(trail, key, bucket);
        var refused = Refused(trail, buckets.Policy(bucket), allows);
        if (key is not null && KeyAccess.FaultOf(key) is { } fault) throw fault;
        if (!allows || refused) throw TrailRefusals.InsufficientEncryptionPolicy(bucket.Name, asked);
    }

    private bool Refused(SandboxTrail trail, PolicyDocument policy, bool keyAllows)
    {
        probes.Write(trail, policy, keyAllows);
        return buckets.RefusesTrail(trail, policy);
    }
}
