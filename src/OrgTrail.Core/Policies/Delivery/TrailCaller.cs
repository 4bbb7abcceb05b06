using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>A trail on whose behalf CloudTrail calls another service: the real one, or one that should have no access.</summary>
/// <param name="Home">The trail that the policy is for.</param>
/// <param name="Arn">The ARN of the trail that calls, in <c>aws:SourceArn</c>. It is the home Region's for deliveries from every Region.</param>
/// <param name="Account">The account that owns it.</param>
/// <param name="Organization">The organization of that account.</param>
internal sealed record TrailCaller(TrailArn Home, SymbolicText Arn, SymbolicText Account, SymbolicText Organization)
{
    internal const string Service = "cloudtrail.amazonaws.com";

    /// <summary>When CloudTrail calls; <see langword="null"/> when that is not known, so that conditions on the time are uncertain.</summary>
    internal DateTimeOffset? Now { get; init; }

    private static readonly string[] SourceKeys = [SourceArns.Key, "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"];

    // Organizations API reference, DescribeOrganization: Id matches ^o-[a-z0-9]{10,32}$.
    private static readonly SymbolicText SomeOrganization =
        "o-" + SymbolicText.Hole("organization", c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c), minimum: 10);

    /// <summary>Another trail of the management account, in the same Region.</summary>
    internal TrailCaller OtherTrail => this with { Arn = ForeignTrailOf(Account) };

    /// <summary>A trail of another account of the organization.</summary>
    internal TrailCaller OtherAccount => this with { Arn = ForeignTrailOf(SymbolicText.Foreign), Account = SymbolicText.Foreign };

    /// <summary>A trail of an account that has nothing to do with the organization.</summary>
    internal TrailCaller Stranger => OtherAccount with { Organization = SymbolicText.Foreign };

    internal static TrailCaller Of(TrailDelivery delivery) => Of(delivery.Trail, delivery.OrganizationId);

    /// <summary>The trail itself.</summary>
    /// <param name="trail">Its ARN.</param>
    /// <param name="organizationId">Its organization; <see langword="null"/> when that is not known.</param>
    internal static TrailCaller Of(TrailArn trail, string? organizationId) =>
        new(trail, trail.ToString(), trail.AccountId, organizationId ?? SomeOrganization);

    internal RequestContext Context() => ServicePrincipalContext.For(Service, Arn, Account, Organization, Now);

    /// <summary>A context with the keys that tell on whose behalf CloudTrail calls.</summary>
    internal RequestContext Within(RequestContext context)
    {
        var own = Context();
        return SourceKeys.Aggregate(context, (changed, key) => changed.With(key, own[key]));
    }

    private SymbolicText ForeignTrailOf(SymbolicText account) =>
        $"arn:{Home.Partition}:cloudtrail:{Home.Region}:" + account + ":trail/" + SymbolicText.Foreign;
}
