using System.Xml.Linq;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The tags of a bucket: 50 at most (Amazon S3 user guide, "Using cost allocation S3 bucket tags").</summary>
internal sealed class TaggingSetting() : S3Setting("tagging", "Tagging", "BucketTagging")
{
    /// <summary>How many a bucket has at most.</summary>
    public const int Most = 50;

    protected override int DoneStatus => 204;

    protected override XElement Read(SandboxBucket bucket) => bucket.Tags.Count == 0
        ? throw S3Errors.NotFound("NoSuchTagSet", "The TagSet does not exist", bucket.Name)
        : BucketTags.ToXml(bucket.Tags);

    protected override void Write(S3Request request, XElement setting) => request.Bucket.Tags = BucketTags.Read(setting, Most);

    protected override void Remove(SandboxBucket bucket) => bucket.Tags = [];
}
