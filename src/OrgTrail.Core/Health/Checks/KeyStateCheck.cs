using OrgTrail.Keys;

namespace OrgTrail.Health;

internal sealed class KeyStateCheck() : KeyCheck(
    "KeyState",
    "The KMS key is enabled",
    "CloudTrail cannot deliver with a key that is disabled or about to be deleted; once it is deleted, nobody reads the log files again.")
{
    protected override async Task<Finding> JudgeKeyAsync(TrailFacts facts, string key)
    {
        var found = await facts.Key.Description;
        return KeyRules.Check(found, bucketRegion: null) is [var problem, ..]
            ? Finding.Fail(problem.What, Remedy(facts, found)) with { Details = [problem] }
            : Finding.Pass($"Key {key} is enabled.");
    }

    private static string Remedy(TrailFacts facts, KmsKey key)
    {
        var enable = $"aws kms enable-key --key-id {key.Arn} --region {key.Region}";
        return key switch
        {
            { IsSymmetric: true, State: "Disabled" } => enable,
            { IsSymmetric: true, State: "PendingDeletion" } => $"aws kms cancel-key-deletion --key-id {key.Arn} --region {key.Region}; {enable}",
            _ => $"Set-OrgTrail -Trail {facts.Trail.TrailARN} -KmsKeyId <ARN of a symmetric key of your own in {key.Region}>",
        };
    }
}
