using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class KeyRotationCheck() : KeyCheck(
    "KeyRotation",
    "KMS rotates the key",
    "New key material every year limits what one leaked key opens; log files that are there stay readable.",
    Cis("3.6"))
{
    protected override async Task<Finding> JudgeKeyAsync(TrailFacts facts, string key) => await facts.Key.IsRotated
        ? Finding.Pass($"KMS rotates key {key}.")
        : Finding.Warn($"KMS does not rotate key {key}.", $"aws kms enable-key-rotation --key-id {key} --region {facts.Key.Region}");
}
