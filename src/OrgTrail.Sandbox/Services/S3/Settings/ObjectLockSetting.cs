using System.Xml.Linq;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Object Lock of a bucket (Amazon S3 user guide, "Configuring S3 Object Lock"); what it holds back is the business of <see cref="ObjectLock"/>.</summary>
internal sealed class ObjectLockSetting() : XmlSetting("object-lock", "ObjectLockConfiguration", "BucketObjectLockConfiguration", WhenMissing)
{
    private const string Name = "object-lock";

    private const int MostYears = 100;

    protected override bool CanBeDeleted => false;

    /// <summary>The default retention of new objects; <see langword="null"/> for none.</summary>
    public static XElement? DefaultOf(SandboxBucket bucket) => bucket.Configurations.TryGetValue(Name, out var text) && text.Contains("<DefaultRetention>", StringComparison.Ordinal)
        ? XElement.Parse(text).Element("Rule")?.Element("DefaultRetention")
        : null;

    protected override XElement Body(S3Request request) => request.Body.IsEmpty ? throw S3Errors.MissingBody() : base.Body(request);

    protected override void Write(S3Request request, XElement setting)
    {
        base.Write(request, setting);
        request.Bucket.ObjectLockEnabled = true;
    }

    protected override void Check(SandboxBucket bucket, XElement setting)
    {
        if (bucket.Versioning != VersioningSetting.Enabled)
            throw S3Errors.InvalidBucketState("Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
        if (setting.Element("ObjectLockEnabled")?.Value != "Enabled") throw S3Errors.MalformedXml();
        if (setting.Element("Rule") is not { } rule) return;
        var retention = rule.Element("DefaultRetention") ?? throw S3Errors.MalformedXml();
        var periods = retention.Elements("Days").Concat(retention.Elements("Years")).ToArray();
        if (retention.Element("Mode")?.Value is not ("GOVERNANCE" or "COMPLIANCE") || periods.Length != 1) throw S3Errors.MalformedXml();
        if (!int.TryParse(periods[0].Value, out var length) || length <= 0)
            throw S3Errors.InvalidArgument("Default retention period must be a positive integer value", periods[0].Name.LocalName, periods[0].Value);
        if (length > (periods[0].Name == "Years" ? MostYears : MostYears * 365))
            throw S3Errors.InvalidArgument("Default retention period too large", periods[0].Name.LocalName, periods[0].Value);
    }

    private static XElement WhenMissing(SandboxBucket bucket) => bucket.ObjectLockEnabled
        ? new("ObjectLockConfiguration", new XElement("ObjectLockEnabled", "Enabled"))
        : throw S3Errors.NotFound("ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket", bucket.Name);
}
