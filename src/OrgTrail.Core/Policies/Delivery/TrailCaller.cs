using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>A trail on whose behalf CloudTrail calls S3: the real one, or one that should have no access.</summary>
/// <param name="Arn">The trail's ARN, in <c>aws:SourceArn</c>. It is the home Region's for deliveries from every Region.</param>
/// <param name="Account">The account that owns the trail.</param>
/// <param name="Organization">The organization of that account.</param>
internal sealed record TrailCaller(SymbolicText Arn, SymbolicText Account, SymbolicText Organization)
{
    internal const string Service = "cloudtrail.amazonaws.com";

    internal static TrailCaller Of(TrailDelivery delivery) =>
        new(delivery.Trail.ToString(), delivery.ManagementAccountId, delivery.OrganizationId);

    /// <summary>Another trail of the management account, in the same Region.</summary>
    internal static TrailCaller OtherTrail(TrailDelivery delivery) =>
        new(ArnOf(delivery.Trail, delivery.ManagementAccountId), delivery.ManagementAccountId, delivery.OrganizationId);

    /// <summary>A trail of another account of the organization.</summary>
    internal static TrailCaller OtherAccount(TrailDelivery delivery) =>
        new(ArnOf(delivery.Trail, SymbolicText.Foreign), SymbolicText.Foreign, delivery.OrganizationId);

    /// <summary>A trail of an account that has nothing to do with the organization.</summary>
    internal static TrailCaller Stranger(TrailDelivery delivery) =>
        new(ArnOf(delivery.Trail, SymbolicText.Foreign), SymbolicText.Foreign, SymbolicText.Foreign);

    internal RequestContext Context() => ServicePrincipalContext.For(Service, Arn, Account, Organization);

    private static SymbolicText ArnOf(TrailArn trail, SymbolicText account) =>
        $"arn:{trail.Partition}:cloudtrail:{trail.Region}:" + account + ":trail/" + SymbolicText.Foreign;
}
