using OrgTrail.Buckets;
using OrgTrail.Keys;
using OrgTrail.Ports;
using OrgTrail.State;

namespace OrgTrail.Deployments;

/// <summary>What will be there when a plan is carried out: the same checks judge it as judge what is there.</summary>
internal static class PlannedState
{
    /// <summary>The trail as it will be, and what it delivers to. Nothing is read that was not read for the plan.</summary>
    /// <param name="cloud">What is around the trail.</param>
    /// <param name="aim">What is wanted and what is there.</param>
    /// <param name="bucket">What becomes of the bucket.</param>
    /// <param name="key">What becomes of the key.</param>
    public static TrailState Of(CloudState cloud, DeploymentAim aim, BucketPlan bucket, KeyPlan key)
    {
        var around = Around(cloud, aim);
        return TrailState.Of(around, aim.Planned) with
        {
            Bucket = BucketOf(around, aim, bucket),
            Key = KeyOf(around, aim, key),
            // One of the same name stands in the way as such.
            Duplicates = Fact.Known<IReadOnlyList<Trail>>([.. aim.Facts.Trails.Where(trail => trail.IsOrganizationTrail && IsOther(aim, trail))]),
        };
    }

    private static bool IsOther(DeploymentAim aim, Trail trail) =>
        aim.AllowDuplicate || aim.Present?.IsOrganizationTrail == true ? trail.TrailARN != aim.Arn.ToString() : trail.Name != aim.Arn.Name;

    private static CloudState Around(CloudState cloud, DeploymentAim aim)
    {
        var facts = aim.Facts;
        var isEnabled = facts.Trust is { IsKnown: true, Value: null } && aim.Wanted.EnableTrustedAccess && facts.IsManagement;
        return cloud with
        {
            Organization = Fact.Known(facts.Organization),
            Caller = Fact.Known(new CallerIdentity(facts.CallerAccountId, "")),
            Role = Fact.Known(facts.IsManagement ? CallerRole.Management : facts.IsDelegated ? CallerRole.DelegatedAdministrator : CallerRole.Member),
            Trust = Fact<TrustedService?>.Of(isEnabled ? new(new TrustedService(TrustedAccess.CloudTrail, null)) : facts.Trust),
        };
    }

    private static BucketState BucketOf(CloudState cloud, DeploymentAim aim, BucketPlan plan)
    {
        var (live, name) = (aim.Facts.Bucket, aim.Wanted.S3BucketName);
        var isMissing = live.Access == BucketAccess.Absent && !aim.Wanted.CreateBucket;
        return BucketState.Of(cloud, name) with
        {
            Region = live.Access == BucketAccess.Hidden ? Fact<string?>.Of(new(null, DeploymentProblems.HiddenBucket(name))) : Fact.Known(isMissing ? null : aim.BucketRegion),
            Encryption = Fact<BucketEncryption?>.Of(live.Encryption),
            Policy = isMissing ? Fact<string?>.Failed(DeploymentProblems.NoBucket(name)) : Fact<string?>.Of(PolicyOf(live, plan)),
            IsPolicyLive = plan.Policy is { Changed: false },
        };
    }

    private static Observed<string?> PolicyOf(BucketFacts live, BucketPlan plan) => plan switch
    {
        { Policy: { } merged } => new(merged.Policy),
        _ when live.Access is BucketAccess.Foreign or BucketAccess.Hidden => new(null, DeploymentProblems.ForeignPolicy(live.BucketName)),
        _ => new(null, live.Policy.Refusal ?? plan.Problems[0]),
    };

    private static KeyState? KeyOf(CloudState cloud, DeploymentAim aim, KeyPlan plan)
    {
        if (aim is not { Facts.Key: { } live, KmsKeyId: { Length: > 0 } id }) return null;
        return KeyState.Of(cloud.Session, live.Key.Value?.Arn ?? id, cloud.Cancellation) with
        {
            Region = Fact.Known(live.Key.Value?.Region ?? KeyArn.RegionOf(id) ?? aim.BucketRegion ?? aim.Arn.Region),
            Description = live.Missing is { } missing ? Fact<KmsKey>.Failed(missing) : Fact<KmsKey>.Of(live.Key),
            Policy = live.Missing is { } gone ? Fact<string>.Failed(gone) : Fact<string>.Of(plan switch
            {
                { Policy: { } merged } => new(merged.Policy),
                _ => new(null, live.Policy.Refusal ?? plan.Problems[0]),
            }),
            IsPolicyLive = plan.Policy is { Changed: false },
        };
    }
}
