using OrgTrail.Policies;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.Kms;
using OrgTrail.Sandbox.Services.S3;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>Whether a trail's KMS key is there, fit, and lets CloudTrail use it.</summary>
internal sealed class KeyAccess(SandboxState state, CloudTrailCalls calls)
{
    private const string ContextKey = "kms:EncryptionContext:";

    /// <summary>
    /// The key that a caller means by an id, an ARN, an alias or an alias ARN; <see langword="null"/> when there is none. Ids and
    /// aliases mean keys of the Region that is called, and the key must lie in the bucket's (seen on AWS in September 2026;
    /// CloudTrail API reference, CreateTrail).
    /// </summary>
    public SandboxKey? Find(string asked, Caller caller, SandboxBucket bucket) =>
        KeyName.TryParse(asked, caller.AccountId, caller.Region, out var name) && name.Region == bucket.Region
            ? name.Find(state.Kms)
            : throw TrailRefusals.KmsKeyNotFound(asked, bucket.Region);

    /// <summary>CloudTrail's refusal of a key that is of no use, whatever its policy says; <see langword="null"/> for none.</summary>
    public static AwsErrorException? FaultOf(SandboxKey key) => (key.KeyState, key.KeySpec) switch
    {
        (SandboxKey.Enabled, KeySpecs.Symmetric) => null,
        (SandboxKey.Enabled, _) => TrailRefusals.Kms($"The KMS key {key.Arn} is not a symmetric encryption key."),
        _ => TrailRefusals.Kms($"The KMS key {key.Arn} is {(key.KeyState == SandboxKey.Disabled ? "disabled" : "pending deletion")}."),
    };

    /// <summary>What S3 says of a trail's key when CloudTrail writes with it; <see langword="null"/> when all is well.</summary>
    public string? Fault(SandboxTrail trail)
    {
        var key = state.Kms.Keys.Find(key => key.Arn == trail.KmsKeyId);
        return key switch
        {
            _ when trail.KmsKeyId is null => null,
            null => "KMS.NotFoundException",
            { KeyState: SandboxKey.Disabled } => "KMS.DisabledException",
            { KeyState: SandboxKey.PendingDeletion } => "KMS.KMSInvalidStateException",
            _ => state.S3.Buckets.TryGetValue(trail.S3BucketName, out var bucket) && Allows(trail, key, bucket) ? null : "AccessDenied",
        };
    }

    /// <summary>
    /// Whether the key policy lets CloudTrail encrypt. GenerateDataKey alone is enough, even beside a Deny of DescribeKey (seen
    /// on AWS in September 2026, on a bucket without an S3 Bucket Key). For buckets with one, AWS's pages name kms:Decrypt or
    /// kms:DescribeKey besides, and nobody has seen more: one of the two is asked for.
    /// </summary>
    public bool Allows(SandboxTrail trail, SandboxKey key, SandboxBucket bucket)
    {
        var plain = calls.Context(trail);
        var encrypting = plain
            .With(ContextKey + "aws:cloudtrail:arn", ContextValue.Known(trail.Arn))
            .With(ContextKey + "aws:s3:arn", ContextValue.Known($"{Arn.OfBucket(key.Parts.Partition, trail.S3BucketName)}/" + SymbolicText.Anything))
            .With("kms:EncryptionContextKeys", ContextValue.List("has the two keys of CloudTrail", ["aws:cloudtrail:arn", "aws:s3:arn"]));
        return CloudTrailCalls.Allows(key.Policy, "kms:GenerateDataKey", key.Arn, encrypting)
            && (!EncryptionSetting.Of(bucket).UsesBucketKey || CloudTrailCalls.Allows(key.Policy, "kms:Decrypt", key.Arn, encrypting) || CloudTrailCalls.Allows(key.Policy, "kms:DescribeKey", key.Arn, plain));
    }
}
