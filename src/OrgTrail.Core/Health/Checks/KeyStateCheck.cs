namespace OrgTrail.Health;

internal sealed class KeyStateCheck() : KeyCheck(
    "KeyState",
    "The KMS key is enabled",
    "CloudTrail cannot deliver with a key that is disabled or about to be deleted; once it is deleted, nobody reads the log files again.")
{
    protected override async Task<Finding> JudgeKeyAsync(TrailFacts facts, string key)
    {
        var found = await facts.Key.Description;
        return found switch
        {
            { IsSymmetric: false } => Finding.Fail(
                $"Key {key} is of the kind {found.Spec} for {found.Usage}; CloudTrail takes symmetric keys only.",
                $"Set-OrgTrail -Trail {facts.Trail.TrailARN} -KmsKeyId <ARN of a symmetric key>"),
            { IsEnabled: true } => Finding.Pass($"Key {key} is enabled."),
            { State: "PendingDeletion" } => Finding.Fail($"Key {key} is about to be deleted.", $"aws kms cancel-key-deletion --key-id {key} --region {found.Region}; {Enable(found)}"),
            { State: "Disabled" } => Finding.Fail($"Key {key} is disabled.", Enable(found)),
            _ => Finding.Fail($"Key {key} cannot be used: its state is {found.State}.", $"aws kms describe-key --key-id {key} --region {found.Region}"),
        };
    }

    private static string Enable(Keys.KmsKey key) => $"aws kms enable-key --key-id {key.Arn} --region {key.Region}";
}
