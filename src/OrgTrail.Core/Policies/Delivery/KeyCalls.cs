using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>The calls that CloudTrail makes to encrypt a trail's files with a KMS key.</summary>
/// <remarks>
/// CloudTrail user guide, "Configure AWS KMS key policies for CloudTrail" and "How AWS CloudTrail uses AWS KMS". The pages
/// disagree on whether creating a trail takes kms:DescribeKey or kms:Decrypt. The latter is needed where the bucket has an
/// S3 Bucket Key (Amazon S3 user guide, "Reducing the cost of SSE-KMS with Amazon S3 Bucket Keys"), and the policy that
/// CloudTrail's console makes does not grant it ("Default KMS key policy created in CloudTrail console").
/// </remarks>
internal static class KeyCalls
{
    internal const string Encrypt = "encrypt";
    internal const string Describe = "describe";
    internal const string Decrypt = "decrypt";
    internal const string GenerateDataKey = "kms:GenerateDataKey";
    internal const string DescribeKey = "kms:DescribeKey";
    internal const string DecryptData = "kms:Decrypt";
    internal const string TrailContext = "kms:EncryptionContext:aws:cloudtrail:arn";

    private const string ObjectContext = "kms:EncryptionContext:aws:s3:arn";
    private const string ContextNames = "kms:EncryptionContextKeys";
    private static readonly string[] ContextKeys = [TrailContext, ObjectContext, ContextNames];
    private static readonly ContextValue NothingEncrypted = ContextValue.Absent with { NeverNamed = false, Description = "is absent where nothing is encrypted" };

    /// <summary>The calls that the trail needs to be let make: kms:Decrypt only where the bucket is known to have a Bucket Key.</summary>
    internal static IEnumerable<TrailCall> Needed(TrailKeyUse use, DateTimeOffset? now) =>
        For(use, now).Where(call => call.Name != Decrypt || use.BucketKeyEnabled == true);

    /// <summary>All calls that a trail may make with a key.</summary>
    internal static IReadOnlyList<TrailCall> For(TrailKeyUse use, DateTimeOffset? now = null)
    {
        var caller = TrailCaller.Of(use.Trail, use.OrganizationId) with { Now = now };
        return
        [
            new(Encrypt, [new("log and digest files", Call(GenerateDataKey, use, WithFile(caller, use)))]),
            new(Describe, [new("the key's properties", Call(DescribeKey, use, caller.Context().With(ContextKeys, NothingEncrypted)))]),
            new(Decrypt, [new("data keys", Call(DecryptData, use, WithFile(caller, use)))]),
        ];
    }

    private static ServiceRequest Call(string action, TrailKeyUse use, RequestContext context) =>
        new(TrailCaller.Service, action, use.KeyResource, context) { IsOneResource = true };

    private static RequestContext WithFile(TrailCaller caller, TrailKeyUse use) => caller.Context()
        .With(TrailContext, ContextValue.Known(caller.Arn))
        .With(ObjectContext, ContextValue.Known(File(use)))
        .With(ContextNames, ContextValue.List("has the names 'aws:cloudtrail:arn' and 'aws:s3:arn'", ["aws:cloudtrail:arn", "aws:s3:arn"]));

    // An object's ARN, or with an S3 Bucket Key the bucket's (Amazon S3 user guide, "Reducing the cost of SSE-KMS with
    // Amazon S3 Bucket Keys").
    private static SymbolicText File(TrailKeyUse use) => Arn.OfBucket(use.Trail.Partition, use.BucketName ?? "").ToString() + SymbolicText.Anything;
}
