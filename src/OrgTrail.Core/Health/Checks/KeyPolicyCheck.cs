using OrgTrail.Policies;
using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class KeyPolicyCheck() : KeyCheck(
    "KeyPolicy",
    "The KMS key's policy lets CloudTrail encrypt",
    "A trail delivers nothing that it cannot encrypt; and a key that strangers' trails may use encrypts for them, too.")
{
    /// <inheritdoc/>
    public override AskedBefore AskedBefore => AskedBefore.AnyChange;

    /// <summary>What a key's policy lets CloudTrail do.</summary>
    /// <param name="key">The key.</param>
    /// <param name="use">What CloudTrail does with it.</param>
    /// <param name="bucket">The bucket; <see langword="null"/> when it is not to be looked at.</param>
    /// <param name="now">The time that conditions are judged by.</param>
    public static async Task<KeyPolicyVerdict> VerdictAsync(KeyState key, TrailKeyUse use, BucketState? bucket, DateTimeOffset now)
    {
        var policy = await key.Policy;
        var verdict = KeyPolicyAnalysis.Analyze(policy, use, now, key.IsPolicyLive);
        // Only a policy that does not let CloudTrail decrypt depends on the bucket.
        return verdict.Notes.Count == 0 || bucket is null ? verdict
            : KeyPolicyAnalysis.Analyze(policy, use with { BucketKeyEnabled = await HasBucketKeyAsync(bucket) }, now, key.IsPolicyLive);
    }

    protected override async Task<Finding> EvaluateKeyAsync(TrailState state, KeyState key)
    {
        var trail = state.Trail;
        var arn = Keys.KeyArn.IsMeantBy(key.Id) ? key.Id : (await key.Description).Arn;
        var use = TrailKeyUse.For(state.Arn.AccountId, trail.HomeRegion, trail.Name, arn, organizationId: (await state.Cloud.Organization).Id) with { BucketName = trail.S3BucketName };
        var add = $"aws kms put-key-policy --key-id {arn} --policy-name default --policy (New-OrgTrailKeyPolicy -TrailName {trail.Name} -KmsKeyId {arn} -HomeRegion {trail.HomeRegion}).Policy --region {await key.Region}";
        return Of(trail, add, await VerdictAsync(key, use, state.Bucket, state.Cloud.Now));
    }

    // What cannot be seen stays a note of the verdict.
    private static async Task<bool?> HasBucketKeyAsync(BucketState bucket)
    {
        try
        {
            var encryption = await bucket.Encryption.ObserveAsync();
            return encryption.IsKnown ? encryption.Value is { BucketKeyEnabled: true } : null;
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.BucketNotFound)
        {
            return null;
        }
    }

    private static Finding Of(Trail trail, string add, KeyPolicyVerdict verdict)
    {
        var look = $"Get-OrgTrail {trail.TrailARN} | Test-OrgTrailKeyPolicy | Format-List";
        object[] missing = [.. verdict.Missing, .. verdict.NearMisses.Where(miss => miss.Index is not null)];
        return verdict switch
        {
            { BlockedBy: [_, ..] blocked } => Refusing(Finding.Fail(verdict.ToString(), look), verdict, add) with { Details = [.. blocked] },
            { Missing: [_, ..], Refuses: true } => Refusing(Finding.Fail(verdict.ToString(), add), verdict, add) with { Details = missing },
            { Invalid: [_, ..] invalid } => Finding.Fail(verdict.ToString(), look) with { Details = [.. invalid], Blocks = [Malformed(verdict)] },
            { Missing: [_, ..] } => Finding.Warn(verdict.ToString(), add) with { Details = missing, Warning = verdict.ToString() },
            { Sufficient: false } => Finding.Warn(verdict.ToString(), look) with { Details = [.. verdict.Uncertain], Warning = verdict.ToString() },
            { SufficientUntil: not null } => Finding.Warn(verdict.ToString(), look),
            { Weak: [_, ..] weak } => Finding.Warn($"CloudTrail can encrypt, but {weak[0]}", look) with { Details = [.. weak] },
            _ => Finding.Pass(verdict.ToString()),
        };
    }

    private static Finding Refusing(Finding finding, KeyPolicyVerdict verdict, string add) => !verdict.Refuses ? finding with { Warning = verdict.ToString() } : finding with
    {
        Blocks =
        [
            new(
                "InsufficientKeyPolicy",
                ProblemKind.InvalidState,
                verdict.ToString(),
                verdict.BlockedBy.Count == 0 ? $"Run {add}." : "Exempt CloudTrail in these statements, or use another key. Test-OrgTrailKeyPolicy tells the details."),
        ],
    };

    private static Problem Malformed(KeyPolicyVerdict verdict) => new(
        "MalformedPolicy",
        ProblemKind.InvalidState,
        $"AWS KMS would refuse the policy of key {verdict.KmsKeyId} with what the trail needs, for statements that others have written: {string.Join(" ", verdict.Invalid)}",
        "Correct or remove these statements, or use another key.");
}
