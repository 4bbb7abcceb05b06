using OrgTrail.State;
using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class KeyRotationCheck() : KeyCheck(
    "KeyRotation",
    "KMS rotates the key",
    "New key material every year limits what one leaked key opens; log files that are there stay readable.",
    Cis("3.6"))
{
    protected override async Task<Finding> EvaluateKeyAsync(TrailState state, KeyState key) => await key.IsRotated
        ? Finding.Pass($"KMS rotates key {key.Id}.")
        : Finding.Warn($"KMS does not rotate key {key.Id}.", $"aws kms enable-key-rotation --key-id {key.Id} --region {await key.Region}");
}
