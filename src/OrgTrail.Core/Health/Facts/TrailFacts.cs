using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Ports;
using OrgTrail.Trails;

namespace OrgTrail.Health;

/// <summary>A trail and what is around it, as it was at one moment. Each fact is read when a check needs it, and once.</summary>
internal sealed class TrailFacts
{
    private const string Administrators = "the management account or a delegated administrator for CloudTrail";
    private const string ServiceLinkedRoleName = "AWSServiceRoleForCloudTrail";

    private readonly CloudSession _session;

    /// <summary>Prepares to look; nothing is read yet.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="trail">The trail.</param>
    /// <param name="now">What is late, is late now.</param>
    /// <param name="feedback">Shown how far the slow reads have come.</param>
    /// <param name="cancellation">Ends every read.</param>
    public TrailFacts(CloudSession session, Trail trail, DateTimeOffset now, IFeedback feedback, CancellationToken cancellation)
    {
        (_session, Trail, Now, Feedback, Cancellation) = (session, trail, now, feedback, cancellation);
        Arn = TrailArn.Parse(trail.TrailARN);
        Organization = new("organizations:DescribeOrganization", "the management account", () => session.OrganizationAsync(cancellation));
        Caller = new("sts:GetCallerIdentity", "another user or role", () => session.CallerAsync(cancellation));
        Role = new("organizations:ListDelegatedAdministrators", Administrators, () => CallerRoles.OfAsync(session, cancellation));
        IsTrusted = new("organizations:ListAWSServiceAccessForOrganization", Administrators, async () => await GetTrustedAccess.FindAsync(session, cancellation) is not null);
        Accounts = new("organizations:ListAccounts", Administrators, ListAccountsAsync);
        HasServiceLinkedRole = new("iam:GetRole", "the management account", () => session.Cloud.Roles.ExistsAsync(ServiceLinkedRoleName, cancellation));
        Status = new("cloudtrail:GetTrailStatus", Administrators, () => Home.GetStatusAsync(Arn, cancellation));
        Selectors = new("cloudtrail:GetEventSelectors", Administrators, () => Home.Selectors.GetEventsAsync(trail.TrailARN, cancellation));
        Tags = new("cloudtrail:ListTags", Administrators, () => Home.Tags.ListAsync(Arn, cancellation));
        Duplicates = new("cloudtrail:ListTrails, cloudtrail:DescribeTrails and cloudtrail:GetEventSelectors", Administrators, ListDuplicatesAsync);
        Bucket = new(this, session.Cloud);
        Key = new(this, session.Cloud);
    }

    /// <summary>The trail.</summary>
    public Trail Trail { get; }

    /// <summary>The trail's ARN in its parts.</summary>
    public TrailArn Arn { get; }

    /// <summary>When the look was taken.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Shown how far the slow reads have come.</summary>
    public IFeedback Feedback { get; }

    /// <summary>Ends every read.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The caller's organization.</summary>
    public Fact<Organization> Organization { get; }

    /// <summary>Who looks.</summary>
    public Fact<CallerIdentity> Caller { get; }

    /// <summary>What the caller's account is to CloudTrail in the organization.</summary>
    public Fact<CallerRole> Role { get; }

    /// <summary>Whether CloudTrail has trusted access.</summary>
    public Fact<bool> IsTrusted { get; }

    /// <summary>Every account of the organization.</summary>
    public Fact<IReadOnlyList<Account>> Accounts { get; }

    /// <summary>Whether the caller's account has CloudTrail's service-linked role.</summary>
    public Fact<bool> HasServiceLinkedRole { get; }

    /// <summary>Whether the trail logs, and how its deliveries went.</summary>
    public Fact<TrailStatus> Status { get; }

    /// <summary>What the trail records.</summary>
    public Fact<EventSelectors> Selectors { get; }

    /// <summary>The trail's tags.</summary>
    public Fact<IReadOnlyDictionary<string, string>> Tags { get; }

    /// <summary>The other organization trails that the caller sees and that record management events, too.</summary>
    public Fact<IReadOnlyList<Trail>> Duplicates { get; }

    /// <summary>The bucket that the trail delivers to.</summary>
    public TrailBucket Bucket { get; }

    /// <summary>The KMS key of the trail.</summary>
    public TrailKey Key { get; }

    private ITrails Home => _session.Cloud.TrailsIn(Trail.HomeRegion);

    /// <summary>CloudTrail in another Region than the trail's own, where a multi-Region trail has its shadow.</summary>
    public ITrails TrailsIn(string region) => _session.Cloud.TrailsIn(region);

    private async Task<IReadOnlyList<Account>> ListAccountsAsync()
    {
        var accounts = new List<Account>();
        await foreach (var account in _session.Cloud.Organizations.ListAccountsAsync(Cancellation))
            accounts.Add(account);
        // A list that changes while it is read may show an account on two pages.
        return [.. accounts.DistinctBy(account => account.Id)];
    }

    private async Task<IReadOnlyList<Trail>> ListDuplicatesAsync()
    {
        var failures = new FailureTrap(Feedback);
        var duplicates = new List<Trail>();
        await foreach (var trail in ListTrails.RunAsync(_session, new() { OrganizationTrailsOnly = true }, failures, Cancellation))
            if (trail.TrailARN != Trail.TrailARN && (await EventsOfAsync(trail)).Management)
                duplicates.Add(trail);
        return failures.First is null ? duplicates : throw failures.First;
    }

    private async Task<RecordedEvents> EventsOfAsync(Trail trail) =>
        RecordedEvents.Of(await TrailsIn(trail.HomeRegion).Selectors.GetEventsAsync(trail.TrailARN, Cancellation));
}
