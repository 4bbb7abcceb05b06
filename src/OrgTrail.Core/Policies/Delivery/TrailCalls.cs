using System.Runtime.CompilerServices;

namespace OrgTrail.Policies;

/// <summary>The calls that CloudTrail makes to deliver an organization trail's files.</summary>
/// <remarks>
/// CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail", names the actions and folders. What CloudTrail probes
/// when a trail is created or updated is not documented, but was seen: empty objects named as the folders of the owner's
/// account are, that of digests with log file validation. The keys stand for every account, Region and time (see
/// <see cref="SymbolicText"/>), so a policy that lets in some accounts only does not pass. Folders of Insights and network
/// activity events, which a trail may never write, are not asked for.
/// </remarks>
internal static class TrailCalls
{
    internal const string AclCheck = "acl-check";
    internal const string ManagementWrite = "management-write";
    internal const string OrganizationWrite = "organization-write";
    internal const string GetBucketAcl = "s3:GetBucketAcl";
    internal const string PutObject = "s3:PutObject";
    internal const string CannedAcl = "bucket-owner-full-control";

    // Headers of uploads are condition keys of uploads only (Service authorization reference, "Actions, resources, and
    // condition keys for Amazon S3").
    private const string AclHeader = "s3:x-amz-acl";
    private const string EncryptionHeader = "s3:x-amz-server-side-encryption";
    private const string KeyHeader = "s3:x-amz-server-side-encryption-aws-kms-key-id";

    // CloudTrail user guide, "Encrypting CloudTrail log files": SSE-S3 or SSE-KMS. S3 refuses a request that asks for keys of
    // the customer's besides, as it does one with grants beside a canned ACL (Amazon S3 API reference, PutObject).
    private static readonly string[] HeadersNotSent =
    [
        "s3:x-amz-server-side-encryption-customer-algorithm", "s3:x-amz-server-side-encryption-customer-key", "s3:x-amz-server-side-encryption-customer-key-MD5",
        "s3:x-amz-grant-full-control", "s3:x-amz-grant-read", "s3:x-amz-grant-read-acp", "s3:x-amz-grant-write", "s3:x-amz-grant-write-acp",
        "s3:x-amz-copy-source", "s3:x-amz-metadata-directive",
    ];

    // A trail names a bucket; a policy's own bucket is called here, and no access point.
    private static readonly string[] AccessPointKeys = ["s3:DataAccessPointArn", "s3:DataAccessPointAccount", "s3:AccessPointNetworkOrigin"];

    private static readonly string[] UploadHeaders = [AclHeader, EncryptionHeader, KeyHeader, .. HeadersNotSent];
    private static readonly ContextValue NotSent = ContextValue.Absent with { NeverNamed = false, Description = "is absent from CloudTrail's uploads, which are new objects with a canned ACL and SSE-S3 or SSE-KMS" };
    private static readonly ContextValue NoAccessPoint = ContextValue.Absent with { NeverNamed = false, Description = "is absent where no access point is called" };
    private static readonly ContextValue NotAnUpload = ContextValue.Absent with { NeverNamed = false, Description = "is absent where no object is written" };

    private static readonly SymbolicText Account = SymbolicText.Exactly(12, "account", char.IsAsciiDigit);
    private static readonly SymbolicText Region = SymbolicText.Hole("Region", c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-', minimum: 1);
    private static readonly SymbolicText Date = Digits(4, "year") + "/" + Digits(2, "month") + "/" + Digits(2, "day");

    private static readonly SymbolicText InFolder = "/" + Region + "/" + Date + "/";
    private static readonly SymbolicText LogFileEnd =
        "_CloudTrail_" + Region + "_" + Stamp(4) + "_" + SymbolicText.Exactly(16, "unique", char.IsAsciiLetterOrDigit) + ".json.gz";

    private static readonly SymbolicText DigestFileEnd = "_" + Stamp(6) + ".json.gz";

    // An analysis and a merge ask for them several times.
    private static readonly ConditionalWeakTable<TrailDelivery, IReadOnlyList<TrailCall>> WithoutKey = [];

    internal static IReadOnlyList<TrailCall> For(TrailDelivery delivery, string? kmsKeyId, bool logFileValidation, DateTimeOffset? now = null) =>
        string.IsNullOrEmpty(kmsKeyId) && logFileValidation && now is null
            ? WithoutKey.GetValue(delivery, usual => Make(usual, null, true, null))
            : Make(delivery, kmsKeyId, logFileValidation, now);

    private static IReadOnlyList<TrailCall> Make(TrailDelivery delivery, string? kmsKeyId, bool logFileValidation, DateTimeOffset? now)
    {
        var caller = TrailCaller.Of(delivery) with { Now = now };
        SymbolicText management = $"{delivery.LogsArn}{delivery.ManagementAccountId}/";
        var organization = $"{delivery.LogsArn}{delivery.OrganizationId}/" + Account + "/";
        return
        [
            new(AclCheck, [new("the bucket's ACL", ReadAcl(delivery, caller))]),
            new(ManagementWrite,
            [
                .. Writes(delivery, caller, management, delivery.ManagementAccountId, kmsKeyId, logFileValidation),
                .. Probes(caller, management, kmsKeyId, logFileValidation),
            ]),
            new(OrganizationWrite, [.. Writes(delivery, caller, organization, Account, kmsKeyId, logFileValidation)]),
        ];
    }

    internal static ServiceRequest ReadAcl(TrailDelivery delivery, TrailCaller caller) =>
        new(TrailCaller.Service, GetBucketAcl, delivery.BucketArn, InBucket(caller).With(UploadHeaders, NotAnUpload));

    internal static ServiceRequest Put(SymbolicText objectArn, TrailCaller caller, Encryption encryption) =>
        new(TrailCaller.Service, PutObject, objectArn, InBucket(caller)
            .With(AclHeader, ContextValue.Known(CannedAcl))
            .With(EncryptionHeader, ContextValue.Known(encryption.Algorithm))
            .With(KeyHeader, encryption.Key));

    // AWS answers only TLS 1.2 and later (AWS security blog, "TLS 1.2 to become the minimum TLS protocol level for all AWS
    // API endpoints").
    private static RequestContext InBucket(TrailCaller caller) => caller.Context()
        .With("s3:TlsVersion", ContextValue.OneOf("1.2", "1.3"))
        .With(AccessPointKeys, NoAccessPoint)
        .With(HeadersNotSent, NotSent);

    private static IEnumerable<TrailRequest> Writes(
        TrailDelivery delivery, TrailCaller caller, SymbolicText folder, SymbolicText account, string? kmsKeyId, bool logFileValidation)
    {
        var encryption = Encryption.Of(kmsKeyId);
        yield return new("log files", Put(LogFile(folder, account), caller, encryption));
        if (!logFileValidation)
        {
            yield break;
        }

        var digest = DigestFile(folder, account, delivery);
        yield return new("digest files", Put(digest, caller, encryption));
        if (encryption != Encryption.S3Managed)
        {
            // CloudTrail user guide, "Security best practices": with SSE-KMS and log file validation, no trail can be created
            // on a bucket whose policy does not also allow AES256. Digests use the trail's key since 2025-05-22.
            yield return new("digest files encrypted with AES256, as when the trail is created", Put(digest, caller, Encryption.S3Managed));
        }
    }

    private static IEnumerable<TrailRequest> Probes(TrailCaller caller, SymbolicText folder, string? kmsKeyId, bool logFileValidation)
    {
        yield return new("the test object CloudTrail/", Put(folder + "CloudTrail/", caller, Encryption.Of(kmsKeyId))) { IsProbe = true };
        if (logFileValidation)
            yield return new("the test object CloudTrail-Digest/", Put(folder + "CloudTrail-Digest/", caller, Encryption.S3Managed)) { IsProbe = true };
    }

    private static SymbolicText LogFile(SymbolicText folder, SymbolicText account) =>
        folder + "CloudTrail" + InFolder + account + LogFileEnd;

    private static SymbolicText DigestFile(SymbolicText folder, SymbolicText account, TrailDelivery delivery) =>
        folder + "CloudTrail-Digest" + InFolder + account + "_CloudTrail-Digest_" + Region
        + $"_{delivery.Trail.Name}_{delivery.Trail.Region}" + DigestFileEnd;

    private static SymbolicText Stamp(int timeDigits) => Digits(8, "date") + "T" + Digits(timeDigits, "time") + "Z";

    private static SymbolicText Digits(int count, string name) => SymbolicText.Exactly(count, name, char.IsAsciiDigit);
}
