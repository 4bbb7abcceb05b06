using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The ACL of a bucket: the owner's full control, and grants where ownership leaves room for them. They give nobody access here.</summary>
internal sealed class AclSetting() : XmlSetting("acl", "AccessControlPolicy", "BucketAcl", bucket => Canned(bucket.OwnerAccountId, "private"))
{
    private const string Header = "x-amz-acl";
    private const string FullControl = "FULL_CONTROL";
    private const string AllUsers = "http://acs.amazonaws.com/groups/global/AllUsers";
    private const string AuthenticatedUsers = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
    private const string LogDelivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";

    // Amazon S3 user guide, "Access control list (ACL) overview", "Canned ACL".
    private static readonly Dictionary<string, (string Group, string Permission)[]> Grants = new()
    {
        ["private"] = [],
        ["bucket-owner-full-control"] = [],
        ["bucket-owner-read"] = [],
        ["public-read"] = [(AllUsers, "READ")],
        ["public-read-write"] = [(AllUsers, "READ"), (AllUsers, "WRITE")],
        ["authenticated-read"] = [(AuthenticatedUsers, "READ")],
        ["log-delivery-write"] = [(LogDelivery, "WRITE"), (LogDelivery, "READ_ACP")],
    };

    protected override bool CanBeDeleted => false;

    /// <summary>The ACL of that name.</summary>
    public static XElement Canned(string owner, string name) => new(
        "AccessControlPolicy",
        CanonicalUser.Owner(owner),
        new XElement(
            "AccessControlList",
            Grant("CanonicalUser", new XElement("ID", CanonicalUser.IdOf(owner)), FullControl),
            GrantsOf(name).Select(grant => Grant("Group", new XElement("URI", grant.Group), grant.Permission))));

    /// <summary>Refuses to switch ACLs off while they grant something to others (Amazon S3 user guide, "Prerequisites for disabling ACLs").</summary>
    public static void RequireOwnersOnly(SandboxBucket bucket)
    {
        if (bucket.Configurations.TryGetValue("acl", out var text) && !IsOwnersOnly(XElement.Parse(text))) throw InTheWay();
    }

    /// <summary>Gives a new bucket the ACL that it asks for.</summary>
    public static void ApplyAtCreation(SandboxBucket bucket, string? name)
    {
        if (name is null or "private") return;
        _ = GrantsOf(name);
        if (bucket.ObjectOwnership == OwnershipSetting.Enforced) throw InTheWay();
        bucket.Configurations["acl"] = Canned(bucket.OwnerAccountId, name).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Refuses an object's ACL where there are none but the owner's (Amazon S3 user guide, "Controlling ownership of objects").</summary>
    public static void RequireAllowedOnObject(SandboxBucket bucket, string? name)
    {
        if (name is null) return;
        _ = GrantsOf(name);
        if (bucket.ObjectOwnership == OwnershipSetting.Enforced && name != "bucket-owner-full-control") throw S3Errors.AclNotSupported();
        if (bucket.PublicAccessBlock is { BlockPublicAcls: true } && IsPublic(Canned(bucket.OwnerAccountId, name))) throw S3Errors.AccessDenied();
    }

    protected override XElement Body(S3Request request) => request.Header(Header) is { } name
        ? Canned(request.Bucket.OwnerAccountId, name)
        : request.Body.IsEmpty ? throw new AwsErrorException("MissingSecurityHeader", "Your request was missing a required header") : base.Body(request);

    protected override void Write(S3Request request, XElement setting)
    {
        if (request.Bucket.ObjectOwnership == OwnershipSetting.Enforced && (request.Header(Header) is { } name ? name != "bucket-owner-full-control" : !IsOwnersOnly(setting)))
            throw S3Errors.AclNotSupported();
        if (request.Bucket.PublicAccessBlock is { BlockPublicAcls: true } && IsPublic(setting)) throw S3Errors.AccessDenied();
        base.Write(request, setting);
    }

    private static AwsErrorException InTheWay() =>
        new("InvalidBucketAclWithObjectOwnership", "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");

    private static (string Group, string Permission)[] GrantsOf(string name) =>
        Grants.TryGetValue(name, out var grants) ? grants : throw S3Errors.InvalidArgument("", Header, name);

    private static bool IsOwnersOnly(XElement acl) => acl.Descendants("Grant").All(grant => grant.Descendants("URI").FirstOrDefault() is null && grant.Element("Permission")?.Value == FullControl);

    private static bool IsPublic(XElement acl) => acl.Descendants("URI").Any(group => group.Value is AllUsers or AuthenticatedUsers);

    private static XElement Grant(string type, XElement identity, string permission) => new(
        "Grant",
        new XElement("Grantee", new XAttribute(S3Xml.Schema + "type", type), identity),
        new XElement("Permission", permission));
}
