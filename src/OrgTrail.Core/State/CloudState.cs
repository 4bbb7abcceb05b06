using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Ports;

namespace OrgTrail.State;

/// <summary>
/// What a command sees of AWS: the organization, who looks, and all trails; buckets and keys by their names. Each fact is
/// read when somebody needs it, and once a command. What is late is late by its clock.
/// </summary>
internal sealed record CloudState
{
    private const string Administrators = "the management account or a delegated administrator for CloudTrail";
    private const string ServiceLinkedRoleName = "AWSServiceRoleForCloudTrail";

    private CloudState(CloudSession session, TimeProvider time, IFeedback feedback, CancellationToken cancellation) =>
        (Session, Now, Feedback, Cancellation) = (session, time.GetUtcNow(), feedback, cancellation);

    /// <summary>The connection.</summary>
    public CloudSession Session { get; }

    /// <summary>When the look was taken.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Shown how far the slow reads have come.</summary>
    public IFeedback Feedback { get; }

    /// <summary>Ends every read.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The caller's organization.</summary>
    public required Fact<Organization> Organization { get; init; }

    /// <summary>Who looks.</summary>
    public required Fact<CallerIdentity> Caller { get; init; }

    /// <summary>What the caller's account is to CloudTrail in the organization.</summary>
    public required Fact<CallerRole> Role { get; init; }

    /// <summary>CloudTrail among the trusted services; <see langword="null"/> when it is not trusted.</summary>
    public required Fact<TrustedService?> Trust { get; init; }

    /// <summary>The delegated administrators for CloudTrail.</summary>
    public required Fact<IReadOnlyList<DelegatedAdministrator>> DelegatedAdministrators { get; init; }

    /// <summary>Every account of the organization.</summary>
    public required Fact<IReadOnlyList<Account>> Accounts { get; init; }

    /// <summary>Whether the caller's account has CloudTrail's service-linked role.</summary>
    public required Fact<bool> HasServiceLinkedRole { get; init; }

    /// <summary>Every trail that the caller sees, in all Regions.</summary>
    public required Fact<TrailList> Trails { get; init; }

    /// <summary>What is there by now. Nothing is read yet.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="time">The clock.</param>
    /// <param name="feedback">Shown how far the slow reads have come.</param>
    /// <param name="cancellation">Ends every read.</param>
    /// <param name="trailRegion">The Region that is asked for trails first; that of the connection when <see langword="null"/>.</param>
    public static CloudState Of(CloudSession session, TimeProvider time, IFeedback feedback, CancellationToken cancellation, string? trailRegion = null)
    {
        var organization = new Fact<Organization>("The organization", "organizations:DescribeOrganization", "the management account", () => session.OrganizationAsync(cancellation));
        var caller = new Fact<CallerIdentity>("The account of the credentials", "sts:GetCallerIdentity", "another user or role", () => session.CallerAsync(cancellation));
        var administrators = new Fact<IReadOnlyList<DelegatedAdministrator>>(
            "The delegated administrators", "organizations:ListDelegatedAdministrators", Administrators, () => GetDelegatedAdministrators.ReadAsync(session, cancellation));
        return new(session, time, feedback, cancellation)
        {
            Organization = organization,
            Caller = caller,
            DelegatedAdministrators = administrators,
            Role = new("The role of the caller's account", "organizations:ListDelegatedAdministrators", Administrators, () => CallerRoles.OfAsync(organization, caller, administrators)),
            Trust = new("Whether CloudTrail has trusted access", "organizations:ListAWSServiceAccessForOrganization", Administrators, () => GetTrustedAccess.FindAsync(session, cancellation)),
            Accounts = new("The accounts of the organization", "organizations:ListAccounts", Administrators, () => ListAccountsAsync(session, cancellation)),
            HasServiceLinkedRole = new($"Whether there is the role {ServiceLinkedRoleName}", "iam:GetRole", "the management account", () => session.Cloud.Roles.ExistsAsync(ServiceLinkedRoleName, cancellation)),
            Trails = new("The trails", "cloudtrail:ListTrails", Administrators, () => new TrailSearch(session, trailRegion ?? session.Cloud.Region).ReadAsync(cancellation)),
        };
    }

    /// <summary>CloudTrail in a Region.</summary>
    public ITrails TrailsIn(string region) => Session.Cloud.TrailsIn(region);

    private static async Task<IReadOnlyList<Account>> ListAccountsAsync(CloudSession session, CancellationToken cancellation)
    {
        var accounts = new List<Account>();
        await foreach (var account in session.Cloud.Organizations.ListAccountsAsync(cancellation))
            accounts.Add(account);
        // A list that changes while it is read may show an account on two pages.
        return [.. accounts.DistinctBy(account => account.Id)];
    }
}
