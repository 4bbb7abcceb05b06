using System.Xml.Linq;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Versioning, as a state: objects have one version whatever it is.</summary>
internal sealed class VersioningSetting() : S3Setting("versioning", "VersioningConfiguration", "BucketVersioning")
{
    public const string Enabled = "Enabled";
    private const string Suspended = "Suspended";

    protected override bool CanBeDeleted => false;

    protected override XElement Read(SandboxBucket bucket) =>
        new(Root, bucket.Versioning is { } status ? new XElement("Status", status) : null);

    protected override void Write(S3Request request, XElement setting)
    {
        var status = setting.Element("Status")?.Value;
        if (status is not (Enabled or Suspended)) throw S3Errors.MalformedXml();
        if (status == Suspended && request.Bucket.ObjectLockEnabled)
            throw S3Errors.InvalidBucketState("An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.");
        request.Bucket.Versioning = status;
    }
}
