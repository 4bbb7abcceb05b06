using Amazon.S3;
using Amazon.S3.Model;
using OrgTrail.Buckets;

namespace OrgTrail.Aws.Ports;

/// <summary>Between the SDK's settings of buckets and OrgTrail's.</summary>
internal static class BucketMapping
{
    public static PublicAccessBlock? ToBlock(PublicAccessBlockConfiguration? block) => block is null ? null : new(
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

    public static ServerSideEncryptionConfiguration FromEncryption(BucketEncryption encryption) => new()
    {
        ServerSideEncryptionRules =
        [
            new ServerSideEncryptionRule
            {
                BucketKeyEnabled = encryption.BucketKeyEnabled,
                ServerSideEncryptionByDefault = new ServerSideEncryptionByDefault
                {
                    ServerSideEncryptionAlgorithm = encryption.Algorithm,
                    ServerSideEncryptionKeyManagementServiceKeyId = encryption.KmsKeyId,
                },
            },
        ],
    };

    public static ObjectLock? ToLock(ObjectLockConfiguration? configuration) => configuration is null ? null : new(
        configuration.Rule?.DefaultRetention?.Mode?.Value, Number(configuration.Rule?.DefaultRetention?.Days), Number(configuration.Rule?.DefaultRetention?.Years));

    public static ObjectLockConfiguration FromLock(ObjectLock objectLock) => new()
    {
        ObjectLockEnabled = ObjectLockEnabled.Enabled,
        Rule = objectLock.Mode is null ? null : new ObjectLockRule
        {
            DefaultRetention = new DefaultRetention { Mode = objectLock.Mode, Days = objectLock.Days, Years = objectLock.Years },
        },
    };

    private static int? Number(int? number) => number is > 0 ? number : null;
}
