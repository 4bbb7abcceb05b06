using System.Xml.Linq;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>A setting that is kept as it was put.</summary>
/// <param name="subresource">What names it in the query.</param>
/// <param name="root">The root element.</param>
/// <param name="action">The actions of policies, behind <c>s3:Get</c> and <c>s3:Put</c>.</param>
/// <param name="whenMissing">What a bucket without the setting answers, or its refusal.</param>
internal class XmlSetting(string subresource, string root, string action, Func<SandboxBucket, XElement> whenMissing)
    : S3Setting(subresource, root, action)
{
    protected override XElement Read(SandboxBucket bucket) =>
        bucket.Configurations.TryGetValue(Subresource, out var text) ? XElement.Parse(text, LoadOptions.PreserveWhitespace) : whenMissing(bucket);

    protected override void Write(S3Request request, XElement setting)
    {
        Check(request.Bucket, setting);
        try
        {
            request.Bucket.Configurations[Subresource] = setting.ToString(SaveOptions.DisableFormatting);
        }
        catch (ArgumentException)
        {
            // Keys may have characters that XML 1.0 has no place for; settings have no use for them.
            throw S3Errors.MalformedXml();
        }
    }

    protected override void Remove(SandboxBucket bucket) => bucket.Configurations.Remove(Subresource);

    /// <summary>Refuses what S3 refuses.</summary>
    protected virtual void Check(SandboxBucket bucket, XElement setting)
    {
    }
}
