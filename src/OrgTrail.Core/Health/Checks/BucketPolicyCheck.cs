using OrgTrail.Policies;

namespace OrgTrail.Health;

internal sealed class BucketPolicyCheck() : Check(
    "BucketPolicy",
    "The bucket's policy lets CloudTrail deliver",
    "A missing Allow, or a Deny that meant somebody else, keeps the log files out; a wide Allow lets in those of strangers.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var trail = facts.Trail;
        var delivery = TrailDelivery.For(
            trail.S3BucketName, trail.S3KeyPrefix, (await facts.Organization).Id, facts.Arn.AccountId, trail.HomeRegion, trail.Name);
        return Judge(trail, BucketPolicyAnalysis.Analyze(await facts.Bucket.Policy, delivery, trail.KmsKeyId, trail.LogFileValidationEnabled, facts.Now, isLive: true));
    }

    private static Finding Judge(Trail trail, PolicyVerdict verdict)
    {
        var add = $"New-OrgTrailBucketPolicy -BucketName {trail.S3BucketName} -TrailName {trail.Name}{Pasted.Prefix(trail)} -HomeRegion {trail.HomeRegion} | Set-OrgTrailBucketPolicy";
        var look = $"Get-OrgTrail {trail.TrailARN} | Test-OrgTrailBucketPolicy | Format-List";
        return verdict switch
        {
            { Delivers: true, BlockedBy: [_, ..] blocked } => Finding.Warn(verdict.ToString(), look) with { Details = [.. blocked] },
            { Delivers: true, Missing: [_, ..] } => Finding.Warn(verdict.ToString(), add) with { Details = [.. verdict.Missing, .. verdict.NearMisses.Where(miss => miss.Index is not null)] },
            { BlockedBy: [_, ..] blocked } => Finding.Fail(verdict.ToString(), look) with { Details = [.. blocked] },
            { Refuses: true } => Finding.Fail(verdict.ToString(), add) with { Details = [.. verdict.Missing, .. verdict.NearMisses.Where(miss => miss.Index is not null)] },
            { Sufficient: false } => Finding.Warn(verdict.ToString(), look) with { Details = [.. verdict.Uncertain] },
            { SufficientUntil: not null } => Finding.Warn(verdict.ToString(), look),
            { Weak: [_, ..] weak } => Finding.Warn($"CloudTrail can deliver, but {weak[0]}", look) with { Details = [.. weak] },
            _ => Finding.Pass(verdict.ToString()),
        };
    }
}
