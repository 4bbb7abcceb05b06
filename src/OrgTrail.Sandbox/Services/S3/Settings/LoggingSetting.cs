using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Server access logging. Nothing is logged.</summary>
internal sealed class LoggingSetting(SandboxState state) : XmlSetting("logging", "BucketLoggingStatus", "BucketLogging", _ => new("BucketLoggingStatus"))
{
    protected override bool CanBeDeleted => false;

    // Amazon S3 user guide, "Enabling Amazon S3 server access logging": same account, same Region, no default retention.
    protected override void Check(SandboxBucket bucket, XElement setting)
    {
        if (setting.Element("LoggingEnabled") is not { } enabled) return;
        var name = enabled.Element("TargetBucket")?.Value ?? throw S3Errors.MalformedXml();
        if (enabled.Element("TargetPrefix") is null) throw S3Errors.MalformedXml();
        if (!state.S3.Buckets.TryGetValue(name, out var target)) throw Refused("The target bucket for logging does not exist", name);
        if (target.OwnerAccountId != bucket.OwnerAccountId) throw Refused("The owner for the bucket to be logged and the target bucket must be the same.", name);
        if (target.Region != bucket.Region) throw new AwsErrorException("CrossLocationLoggingProhibitted", "Cross S3 location logging not allowed. ", 403);
        if (ObjectLockSetting.DefaultOf(target) is not null) throw Refused("The target bucket must not have an Object Lock configuration with a default retention.", name);
    }

    private static AwsErrorException Refused(string message, string target) =>
        new("InvalidTargetBucketForLogging", message) { Members = { ["TargetBucket"] = target } };
}
