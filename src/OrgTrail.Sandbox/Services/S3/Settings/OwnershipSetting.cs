using System.Xml.Linq;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Object ownership: with <c>BucketOwnerEnforced</c>, as new buckets have it, there are no ACLs.</summary>
internal sealed class OwnershipSetting() : S3Setting("ownershipControls", "OwnershipControls", "BucketOwnershipControls")
{
    public const string Enforced = "BucketOwnerEnforced";
    private static readonly string[] Choices = [Enforced, "BucketOwnerPreferred", "ObjectWriter"];

    /// <summary>Refuses what is no choice.</summary>
    public static string Check(string choice) =>
        Choices.Contains(choice) ? choice : throw S3Errors.InvalidArgument("Invalid x-amz-object-ownership header: " + choice, "x-amz-object-ownership", choice);

    protected override XElement Read(SandboxBucket bucket) => new(
        Root,
        new XElement("Rule", new XElement("ObjectOwnership", bucket.ObjectOwnership
            ?? throw S3Errors.NotFound("OwnershipControlsNotFoundError", "The bucket ownership controls were not found", bucket.Name))));

    protected override void Write(S3Request request, XElement setting)
    {
        var choice = setting.Element("Rule")?.Element("ObjectOwnership")?.Value;
        if (!Choices.Contains(choice)) throw S3Errors.MalformedXml();
        if (choice == Enforced) AclSetting.RequireOwnersOnly(request.Bucket);
        request.Bucket.ObjectOwnership = choice;
    }

    protected override void Remove(SandboxBucket bucket) => bucket.ObjectOwnership = null;
}
