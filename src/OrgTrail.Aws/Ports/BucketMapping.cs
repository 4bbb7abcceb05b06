using Amazon.S3;
using Amazon.S3.Model;
using OrgTrail.Buckets;

namespace OrgTrail.Aws.Ports;

/// <summary>
/// Between the SDK's settings of buckets and OrgTrail's. A setting is written whole, so what OrgTrail does not know of it
/// (blocked kinds of encryption, the form of log keys, …) is taken over from the one that is there.
/// </summary>
internal static class BucketMapping
{
    public static PublicAccessBlock ToBlock(PublicAccessBlockConfiguration block) => new(
        block.BlockPublicAcls ?? false, block.IgnorePublicAcls ?? false, block.BlockPublicPolicy ?? false, block.RestrictPublicBuckets ?? false);

    public static PublicAccessBlockConfiguration FromBlock(PublicAccessBlock block) => new()
    {
        BlockPublicAcls = block.BlockPublicAcls,
        IgnorePublicAcls = block.IgnorePublicAcls,
        BlockPublicPolicy = block.BlockPublicPolicy,
        RestrictPublicBuckets = block.RestrictPublicBuckets,
    };

    public static BucketEncryption? ToEncryption(ServerSideEncryptionConfiguration? configuration) =>
        configuration?.ServerSideEncryptionRules is [{ ServerSideEncryptionByDefault: { ServerSideEncryptionAlgorithm: { } algorithm } byDefault } rule, ..]
            ? new BucketEncryption(algorithm.Value, byDefault.ServerSideEncryptionKeyManagementServiceKeyId is { Length: > 0 } key ? key : null, rule.BucketKeyEnabled ?? false)
            : null;

    public static ServerSideEncryptionConfiguration FromEncryption(BucketEncryption encryption, ServerSideEncryptionConfiguration? present)
    {
        var rule = present?.ServerSideEncryptionRules is [var only, ..] ? only : new ServerSideEncryptionRule();
        rule.BucketKeyEnabled = encryption.BucketKeyEnabled;
        rule.ServerSideEncryptionByDefault = new ServerSideEncryptionByDefault
        {
            ServerSideEncryptionAlgorithm = encryption.Algorithm,
            ServerSideEncryptionKeyManagementServiceKeyId = encryption.KmsKeyId,
        };
        return new ServerSideEncryptionConfiguration { ServerSideEncryptionRules = [rule] };
    }

    public static AccessLogging? ToLogging(S3BucketLoggingConfig? logging) =>
        logging is { TargetBucketName: { Length: > 0 } target } ? new AccessLogging(target, logging.TargetPrefix ?? "") : null;

    public static S3BucketLoggingConfig FromLogging(AccessLogging logging, S3BucketLoggingConfig? present)
    {
        var config = present ?? new S3BucketLoggingConfig();
        config.TargetBucketName = logging.TargetBucket;
        config.TargetPrefix = logging.TargetPrefix;
        return config;
    }

    public static ObjectLock? ToLock(ObjectLockConfiguration? configuration) => configuration is null ? null : new(
        configuration.Rule?.DefaultRetention?.Mode?.Value, Number(configuration.Rule?.DefaultRetention?.Days), Number(configuration.Rule?.DefaultRetention?.Years));

    public static ObjectLockConfiguration FromLock(ObjectLock objectLock, ObjectLockConfiguration? present)
    {
        var retention = present?.Rule?.DefaultRetention ?? new DefaultRetention();
        retention.Mode = objectLock.Mode;
        retention.Days = objectLock.Days;
        retention.Years = objectLock.Years;
        return new ObjectLockConfiguration
        {
            ObjectLockEnabled = ObjectLockEnabled.Enabled,
            Rule = objectLock.Mode is null ? null : new ObjectLockRule { DefaultRetention = retention },
        };
    }

    private static int? Number(int? number) => number is > 0 ? number : null;
}
