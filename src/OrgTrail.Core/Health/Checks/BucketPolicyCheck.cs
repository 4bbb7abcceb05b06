using OrgTrail.Policies;
using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class BucketPolicyCheck() : Check(
    "BucketPolicy",
    "The bucket's policy lets CloudTrail deliver",
    "A missing Allow, or a Deny that meant somebody else, keeps the log files out; a wide Allow lets in those of strangers.")
{
    /// <inheritdoc/>
    public override AskedBefore AskedBefore => AskedBefore.AnyChange;

    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var trail = state.Trail;
        var delivery = TrailDelivery.For(
            trail.S3BucketName, trail.S3KeyPrefix, (await state.Cloud.Organization).Id, state.Arn.AccountId, trail.HomeRegion, trail.Name);
        try
        {
            return await state.Bucket.Policy.ObserveAsync() is { Refusal: { } refusal } ? Unseen(refusal, delivery)
                : Of(trail, BucketPolicyAnalysis.Analyze(await state.Bucket.Policy, delivery, trail.KmsKeyId, trail.LogFileValidationEnabled, state.Cloud.Now, state.Bucket.IsPolicyLive));
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.BucketNotFound)
        {
            return await BucketCheck.UnansweredAsync(state);
        }
    }

    private static Finding Unseen(Problem refusal, TrailDelivery delivery)
    {
        var prefix = CommandText.S3KeyPrefix(delivery.S3KeyPrefix);
        var build = $"New-OrgTrailBucketPolicy -BucketName {delivery.BucketName} -TrailName {delivery.Trail.Name}{prefix} -OrganizationId {delivery.OrganizationId} -ManagementAccountId {delivery.ManagementAccountId} -HomeRegion {delivery.Trail.Region}";
        return Finding.Unseen(refusal) with { Warning = $"{refusal} So it was not checked, and CloudTrail decides. The bucket's owner lets CloudTrail in with {build} | Set-OrgTrailBucketPolicy." };
    }

    private static Finding Of(Trail trail, PolicyVerdict verdict)
    {
        var add = $"New-OrgTrailBucketPolicy -BucketName {trail.S3BucketName} -TrailName {trail.Name}{CommandText.S3KeyPrefix(trail)} -HomeRegion {trail.HomeRegion} | Set-OrgTrailBucketPolicy";
        var look = $"Get-OrgTrail {trail.TrailARN} | Test-OrgTrailBucketPolicy | Format-List";
        object[] missing = [.. verdict.Missing, .. verdict.NearMisses.Where(miss => miss.Index is not null)];
        return verdict switch
        {
            { Delivers: true, BlockedBy: [_, ..] blocked } => Refusing(Finding.Warn(verdict.ToString(), look), verdict, add) with { Details = [.. blocked] },
            { Delivers: true, Missing: [_, ..] } => Refusing(Finding.Warn(verdict.ToString(), add), verdict, add) with { Details = missing },
            { BlockedBy: [_, ..] blocked } => Refusing(Finding.Fail(verdict.ToString(), look), verdict, add) with { Details = [.. blocked] },
            { Refuses: true } => Refusing(Finding.Fail(verdict.ToString(), add), verdict, add) with { Details = missing },
            { Invalid: [_, ..] invalid } => Finding.Fail(verdict.ToString(), look) with { Details = [.. invalid], Blocks = [Malformed(verdict)] },
            { Sufficient: false } => Finding.Warn(verdict.ToString(), look) with { Details = [.. verdict.Uncertain], Warning = verdict.ToString() },
            { SufficientUntil: not null } => Finding.Warn(verdict.ToString(), look),
            { Weak: [_, ..] weak } => Finding.Warn($"CloudTrail can deliver, but {weak[0]}", look) with { Details = [.. weak] },
            _ => Finding.Pass(verdict.ToString()),
        };
    }

    private static Finding Refusing(Finding finding, PolicyVerdict verdict, string add) => finding with
    {
        Blocks = [new(ProblemIds.InsufficientBucketPolicy, ProblemKind.InvalidState, verdict.ToString(), string.Join(" ", Advice(verdict, add)))],
    };

    // A merge adds what is missing. It lifts no Deny, which is its writer's to change.
    private static IEnumerable<string> Advice(PolicyVerdict verdict, string add)
    {
        if (verdict.Missing.Count > 0)
            yield return $"Run {add}; Test-OrgTrailBucketPolicy tells the details.";
        if (verdict.BlockedBy.Count > 0)
            yield return $"Exempt CloudTrail in the statements that deny, for example by the condition \"Bool\": {{\"aws:PrincipalIsAWSService\": \"false\"}}, or use another bucket. Get-OrgTrailBucketPolicy {verdict.BucketName} shows the policy.";
    }

    private static Problem Malformed(PolicyVerdict verdict) => new(
        "MalformedPolicy",
        ProblemKind.InvalidState,
        $"Amazon S3 would refuse the policy of bucket {verdict.BucketName} with what the trail needs, for statements that others have written: {string.Join(" ", verdict.Invalid)}",
        $"Correct or remove these statements. Get-OrgTrailBucketPolicy {verdict.BucketName} shows the policy.");
}
