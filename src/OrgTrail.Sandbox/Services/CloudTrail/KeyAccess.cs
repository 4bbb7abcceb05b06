using OrgTrail.Policies;
using OrgTrail.Sandbox.Services.Kms;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>Whether a trail's KMS key is there, fit, and lets CloudTrail use it.</summary>
internal sealed class KeyAccess(SandboxState state, CloudTrailCalls calls)
{
    private const string ContextKey = "kms:EncryptionContext:";

    /// <summary>The key that a caller means by an id, an ARN, an alias or an alias ARN.</summary>
    public SandboxKey Require(string asked, Caller caller, SandboxBucket bucket)
    {
        if (!KeyName.TryParse(asked, caller.AccountId, bucket.Region, out var name))
            throw TrailRefusals.InvalidKmsKeyId(asked);

        // CloudTrail API reference, CreateTrail: the key must lie in the bucket's Region.
        var key = name.Region == bucket.Region ? name.Find(state.Kms) : null;
        if (key is null)
            throw TrailRefusals.KmsKeyNotFound(asked, bucket.Region);
        return (key.KeyState, key.KeySpec) switch
        {
            (SandboxKey.Enabled, KeySpecs.Symmetric) => key,
            (SandboxKey.Enabled, _) => throw TrailRefusals.Kms($"The KMS key {key.Arn} is not a symmetric encryption key."),
            _ => throw TrailRefusals.Kms($"The KMS key {key.Arn} is {(key.KeyState == SandboxKey.Disabled ? "disabled" : "pending deletion")}."),
        };
    }

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
            _ => Allows(trail, key) ? null : "AccessDenied",
        };
    }

    /// <summary>
    /// Whether the key policy lets CloudTrail encrypt. AWS's pages name kms:Decrypt or kms:DescribeKey beside
    /// GenerateDataKey, and Control Tower's published policy has no DescribeKey: one of the two is asked for.
    /// </summary>
    public bool Allows(SandboxTrail trail, SandboxKey key)
    {
        var plain = calls.Context(trail);
        var encrypting = plain
            .With(ContextKey + "aws:cloudtrail:arn", ContextValue.Known(trail.Arn))
            .With(ContextKey + "aws:s3:arn", ContextValue.Known($"arn:{key.Arn.Split(':')[1]}:s3:::{trail.S3BucketName}/" + SymbolicText.Anything))
            .With("kms:EncryptionContextKeys", ContextValue.List("has the two keys of CloudTrail", ["aws:cloudtrail:arn", "aws:s3:arn"]));
        return CloudTrailCalls.Allows(key.Policy, "kms:GenerateDataKey", key.Arn, encrypting)
            && (CloudTrailCalls.Allows(key.Policy, "kms:Decrypt", key.Arn, encrypting) || CloudTrailCalls.Allows(key.Policy, "kms:DescribeKey", key.Arn, plain));
    }
}
