using OrgTrail.Keys;
using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class KeyStateCheck() : KeyCheck(
    "KeyState",
    "The KMS key is enabled",
    "CloudTrail cannot deliver with a key that is disabled or about to be deleted; once it is deleted, nobody reads the log files again.")
{
    /// <inheritdoc/>
    public override AskedBefore AskedBefore => AskedBefore.AnyChange;

    protected override async Task<Finding> EvaluateKeyAsync(TrailState state, KeyState key)
    {
        var found = await key.Description;
        return KeyRules.Check(found, bucketRegion: null) is [var problem, ..] problems
            ? Finding.Fail(problem.What, Remedy(state, found)) with { Details = [problem], Blocks = problems }
            : Finding.Pass($"Key {key.Id} is enabled.");
    }

    /// <inheritdoc/>
    protected override Finding Missing(TrailState state, Problem problem) =>
        Finding.Fail(problem.ToString(), Replace(state, "the bucket's Region")) with { Details = [problem], Blocks = [problem] };

    private static string Remedy(TrailState state, KmsKey key)
    {
        var enable = $"aws kms enable-key --key-id {key.Arn} --region {key.Region}";
        return key switch
        {
            { IsSymmetric: true, State: "Disabled" } => enable,
            { IsSymmetric: true, State: "PendingDeletion" } => $"aws kms cancel-key-deletion --key-id {key.Arn} --region {key.Region}; {enable}",
            _ => Replace(state, key.Region),
        };
    }

    private static string Replace(TrailState state, string region) =>
        $"Set-OrgTrail -Trail {state.Trail.TrailARN} -KmsKeyId <ARN of a symmetric key of your own in {region}>";
}
