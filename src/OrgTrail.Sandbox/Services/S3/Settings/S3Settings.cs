using System.Xml.Linq;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The settings that buckets have, and what S3 answers where they were never put (Amazon S3 API reference, GetBucket… operations).</summary>
internal static class S3Settings
{
    public static IReadOnlyList<S3Setting> All(SandboxState state) =>
    [
        new VersioningSetting(),
        new PublicAccessSetting(),
        new OwnershipSetting(),
        new TaggingSetting(),
        new AclSetting(),
        new EncryptionSetting(),
        new LifecycleSetting(),
        new ObjectLockSetting(),
        new LoggingSetting(state),
        new XmlSetting("cors", "CORSConfiguration", "BucketCORS", Missing("NoSuchCORSConfiguration", "The CORS configuration does not exist")),
        new XmlSetting("website", "WebsiteConfiguration", "BucketWebsite", Missing("NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration")),
        new XmlSetting("replication", "ReplicationConfiguration", "ReplicationConfiguration", Missing("ReplicationConfigurationNotFoundError", "The replication configuration was not found")),
        new XmlSetting("accelerate", "AccelerateConfiguration", "AccelerateConfiguration", _ => new("AccelerateConfiguration")),
        new XmlSetting("requestPayment", "RequestPaymentConfiguration", "BucketRequestPayment", _ => new("RequestPaymentConfiguration", new XElement("Payer", "BucketOwner"))),
        new XmlSetting("notification", "NotificationConfiguration", "BucketNotification", _ => new("NotificationConfiguration")),
    ];

    /// <summary>The refusal of a bucket without a setting.</summary>
    public static Func<SandboxBucket, XElement> Missing(string code, string message) =>
        bucket => throw S3Errors.NotFound(code, message, bucket.Name);
}
