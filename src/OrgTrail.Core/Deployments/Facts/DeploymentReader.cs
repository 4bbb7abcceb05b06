using OrgTrail.Buckets;
using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Ports;

namespace OrgTrail.Deployments;

/// <summary>Reads all that a deployment looks at, side by side. What the caller may not see is left open.</summary>
/// <param name="session">The connection.</param>
internal sealed class DeploymentReader(CloudSession session)
{
    /// <summary>Reads the organization, the trails, the bucket and the key, and then the wanted trail.</summary>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<DeploymentFacts> ReadAsync(TrailSpecification wanted, CancellationToken cancellation)
    {
        var keys = new KeyReader(session);
        var organization = session.OrganizationAsync(cancellation);
        var caller = session.CallerAsync(cancellation);
        var trust = Sight.OfAsync(GetTrustedAccess.FindAsync(session, cancellation));
        var administrators = Sight.OfAsync(AdministratorsAsync(wanted, organization, caller, cancellation));
        var candidates = CandidatesAsync(wanted, organization, administrators, cancellation);
        var trails = new TrailReader(session).ReadAllAsync(wanted.HomeRegion ?? session.Cloud.Region, cancellation);
        var bucket = BucketFacts.ReadAsync(session, wanted.S3BucketName, cancellation);
        var key = keys.ReadAsync(wanted.KmsKeyId, wanted, bucket, cancellation);
        await Task.WhenAll(organization, caller, trust, administrators, candidates, trails, bucket, key);

        var facts = new DeploymentFacts
        {
            Region = session.Cloud.Region,
            Organization = await organization,
            CallerAccountId = (await caller).AccountId,
            Trust = await trust,
            Administrators = await administrators,
            Candidates = await candidates,
            Trails = (await trails).Seen,
            HiddenTrails = (await trails).Hidden,
            Bucket = await bucket,
        };
        var present = DeploymentAim.PresentAmong(wanted, facts);
        // The key that the trail has and keeps must do as well as one that is asked for.
        if (wanted.KmsKeyId is null) key = keys.ReadAsync(present?.KmsKeyId, wanted, bucket, cancellation);
        var trail = new TrailReader(session).ReadAsync(wanted, present, facts.CallerAccountId, cancellation);
        await Task.WhenAll(key, trail);
        return facts with { Key = await key, Trail = await trail };
    }

    // The management account may do everything, so that they matter to it only when some are asked for.
    private async Task<IReadOnlyList<string>?> AdministratorsAsync(
        TrailSpecification wanted, Task<Organization> organization, Task<CallerIdentity> caller, CancellationToken cancellation)
    {
        if (wanted.DelegatedAdministrators.Count == 0 && (await organization).ManagementAccountId == (await caller).AccountId) return null;
        var accounts = new List<string>();
        await foreach (var administrator in session.Cloud.Organizations.ListDelegatedAdministratorsAsync(TrustedAccess.CloudTrail, cancellation))
            accounts.Add(administrator.AccountId);
        return accounts;
    }

    private async Task<IReadOnlyDictionary<string, Seen<Account>>> CandidatesAsync(
        TrailSpecification wanted, Task<Organization> organization, Task<Seen<IReadOnlyList<string>>> administrators, CancellationToken cancellation)
    {
        if (wanted.DelegatedAdministrators.Count == 0 || (await administrators).Value is not { } present) return new Dictionary<string, Seen<Account>>();
        var missing = wanted.DelegatedAdministrators.Distinct().Except([.. present, (await organization).ManagementAccountId]);
        var found = await Task.WhenAll(missing.Select(async id =>
            (Id: id, Account: await Sight.OfAsync(session.Cloud.Organizations.FindAccountAsync(id, cancellation)))));
        return found.ToDictionary(account => account.Id, account => account.Account);
    }
}
