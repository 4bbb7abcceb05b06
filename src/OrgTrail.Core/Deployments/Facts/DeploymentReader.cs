using OrgTrail.Buckets;
using OrgTrail.State;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>Reads all that a deployment compares, side by side. What the caller may not see is left open.</summary>
/// <param name="cloud">Where it is read.</param>
internal sealed class DeploymentReader(CloudState cloud)
{
    /// <summary>Reads the organization, the trails, the bucket and the key, and then the wanted trail.</summary>
    public async Task<DeploymentFacts> ReadAsync(TrailSpecification wanted)
    {
        var bucket = BucketFacts.ReadAsync(cloud, wanted.S3BucketName);
        var administrators = AdministratorsAsync(wanted);
        var candidates = CandidatesAsync(wanted, administrators);
        var key = KeyAsync(wanted.KmsKeyId, wanted, bucket);
        await Task.WhenAll(cloud.Organization.ObserveAsync(), cloud.Caller.ObserveAsync(), cloud.Trust.ObserveAsync(), cloud.Trails.ObserveAsync(), administrators, candidates, bucket, key);

        var trails = (await cloud.Trails).RequireNoFailure();
        var facts = new DeploymentFacts
        {
            Region = cloud.Session.Cloud.Region,
            Organization = await cloud.Organization,
            CallerAccountId = (await cloud.Caller).AccountId,
            Trust = await cloud.Trust.ObserveAsync(),
            Administrators = await administrators,
            Candidates = await candidates,
            Trails = trails.Visible,
            HiddenTrails = trails.Hidden,
            Bucket = await bucket,
        };
        var present = DeploymentAim.PresentAmong(wanted, facts);
        // The key that the trail has and keeps must do as well as one that is asked for.
        if (wanted.KmsKeyId is null) key = KeyAsync(present?.KmsKeyId, wanted, bucket);
        var trail = TrailAsync(wanted, present, facts.CallerAccountId);
        await Task.WhenAll(key, trail);
        return facts with { Key = await key, Trail = await trail };
    }

    // The management account may do everything, so that they matter to it only when some are asked for.
    private async Task<Observed<IReadOnlyList<string>>> AdministratorsAsync(TrailSpecification wanted)
    {
        if (wanted.DelegatedAdministrators.Count == 0 && (await cloud.Organization).ManagementAccountId == (await cloud.Caller).AccountId) return default;
        var observed = await cloud.DelegatedAdministrators.ObserveAsync();
        return new(observed.Value?.Select(administrator => administrator.AccountId).ToArray(), observed.Refusal);
    }

    private async Task<IReadOnlyDictionary<string, Observed<Account?>>> CandidatesAsync(TrailSpecification wanted, Task<Observed<IReadOnlyList<string>>> administrators)
    {
        if (wanted.DelegatedAdministrators.Count == 0 || (await administrators).Value is not { } present) return new Dictionary<string, Observed<Account?>>();
        var missing = wanted.DelegatedAdministrators.Distinct().Except([.. present, (await cloud.Organization).ManagementAccountId]);
        var found = await Task.WhenAll(missing.Select(async id =>
            (Id: id, Account: await Fact.ObserveAsync(cloud.Session.Cloud.Organizations.FindAccountAsync(id, cloud.Cancellation)))));
        return found.ToDictionary(account => account.Id, account => account.Account);
    }

    private async Task<KeyFacts?> KeyAsync(string? id, TrailSpecification wanted, Task<BucketFacts> bucket)
    {
        if (string.IsNullOrEmpty(id)) return null;
        var key = KeyState.Of(
            cloud.Session, id, async () => (await bucket).Region ?? wanted.BucketRegion ?? wanted.HomeRegion ?? cloud.Session.Cloud.Region, cloud.Cancellation);
        try
        {
            var found = await key.Description.ObserveAsync();
            return new(found, found.Refusal is { } hidden ? new(null, hidden with { What = $"The policy of key {id} cannot be seen." }) : await key.Policy.ObserveAsync());
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Kind is ProblemKind.NotFound or ProblemKind.InvalidInput)
        {
            return new(new(null, refusal.Problem), new(null, refusal.Problem)) { Missing = refusal.Problem };
        }
    }

    // The wanted trail, with what is asked of it.
    private async Task<TrailFacts?> TrailAsync(TrailSpecification wanted, Trail? present, string caller)
    {
        if (present is null) return null;
        // In its home Region and for its owner, a trail's name means this trail.
        if (TrailArn.Parse(present.TrailARN).AccountId == caller) present.ProvenName = present.Name;
        var trail = TrailState.Of(cloud, present);
        var insightsMatter = wanted.InsightSelectors is not null;
        var eventsMatter = insightsMatter || wanted.EventSelectors is not null;
        await Task.WhenAll(
            trail.Status.ObserveAsync(),
            eventsMatter ? trail.Selectors.ObserveAsync() : Task.CompletedTask,
            insightsMatter ? trail.Insights.ObserveAsync() : Task.CompletedTask,
            wanted.Tags is null ? Task.CompletedTask : trail.Tags.ObserveAsync());

        return new(present, (await trail.Status).IsLogging)
        {
            EventSelectors = eventsMatter ? await trail.Selectors : null,
            InsightSelectors = insightsMatter ? await trail.Insights : null,
            Tags = wanted.Tags is null ? null : await trail.Tags,
        };
    }
}
