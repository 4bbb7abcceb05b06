using System.Xml.Linq;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>A setting that buckets here never have: it reads as on a new bucket, and what would change that is refused.</summary>
/// <param name="subresource">What names it in the query.</param>
/// <param name="root">The root element.</param>
/// <param name="action">The actions of policies, behind <c>s3:Get</c> and <c>s3:Put</c>.</param>
/// <param name="whenMissing">What a bucket without the setting answers, or its refusal.</param>
internal sealed class AbsentSetting(string subresource, string root, string action, Func<SandboxBucket, XElement> whenMissing)
    : S3Setting(subresource, root, action)
{
    protected override XElement Read(SandboxBucket bucket) => whenMissing(bucket);

    // What says the same as none is no change.
    protected override void Write(S3Request request, XElement setting)
    {
        if (setting.Elements().Any(member => member.Name != "Payer" || member.Value != "BucketOwner")) throw S3Errors.NotImplemented(Root);
    }

    protected override void Remove(SandboxBucket bucket)
    {
    }
}
