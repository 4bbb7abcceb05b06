using OrgTrail.Policies;

namespace OrgTrail.Health;

internal sealed class KeyPolicyCheck() : KeyCheck(
    "KeyPolicy",
    "The KMS key's policy lets CloudTrail encrypt",
    "A trail delivers nothing that it cannot encrypt; and a key that strangers' trails may use encrypts for them, too.")
{
    protected override async Task<Finding> JudgeKeyAsync(TrailFacts facts, string key)
    {
        var trail = facts.Trail;
        var use = TrailKeyUse.For(facts.Arn.AccountId, trail.HomeRegion, trail.Name, key, organizationId: (await facts.Organization).Id) with { BucketName = trail.S3BucketName };
        var add = $"aws kms put-key-policy --key-id {key} --policy-name default --policy (New-OrgTrailKeyPolicy -TrailName {trail.Name} -KmsKeyId {key} -HomeRegion {trail.HomeRegion}).Policy --region {facts.Key.Region}";
        var verdict = KeyPolicyAnalysis.Analyze(await facts.Key.Policy, use, facts.Now, isLive: true);
        // Only a policy that does not let CloudTrail decrypt depends on the bucket.
        return Judge(trail, add, verdict.Notes.Count == 0
            ? verdict
            : KeyPolicyAnalysis.Analyze(await facts.Key.Policy, use with { BucketKeyEnabled = await HasBucketKeyAsync(facts) }, facts.Now, isLive: true));
    }

    // What cannot be seen stays a note of the verdict.
    private static async Task<bool?> HasBucketKeyAsync(TrailFacts facts)
    {
        try
        {
            return await facts.Bucket.Encryption is { BucketKeyEnabled: true };
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id is ProblemIds.AccessDenied or ProblemIds.BucketNotFound)
        {
            return null;
        }
    }

    private static Finding Judge(Trail trail, string add, KeyPolicyVerdict verdict)
    {
        var look = $"Get-OrgTrail {trail.TrailARN} | Test-OrgTrailKeyPolicy | Format-List";
        return verdict switch
        {
            { BlockedBy: [_, ..] blocked } => Finding.Fail(verdict.ToString(), look) with { Details = [.. blocked] },
            { Missing: [_, ..], Refuses: true } => Finding.Fail(verdict.ToString(), add) with { Details = [.. verdict.Missing, .. verdict.NearMisses.Where(miss => miss.Index is not null)] },
            { Missing: [_, ..] } => Finding.Warn(verdict.ToString(), add) with { Details = [.. verdict.Missing, .. verdict.NearMisses.Where(miss => miss.Index is not null)] },
            { Sufficient: false } => Finding.Warn(verdict.ToString(), look) with { Details = [.. verdict.Uncertain] },
            { SufficientUntil: not null } => Finding.Warn(verdict.ToString(), look),
            { Weak: [_, ..] weak } => Finding.Warn($"CloudTrail can encrypt, but {weak[0]}", look) with { Details = [.. weak] },
            _ => Finding.Pass(verdict.ToString()),
        };
    }
}
