using OrgTrail.State;
using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class EncryptionCheck() : Check(
    "Encryption",
    "Log files are encrypted with a KMS key",
    "With a key of your own, whoever reads log files needs its permission too, and every use of it is recorded.",
    [SecurityHub(2), .. Cis("3.5")])
{
    public override Task<Finding> EvaluateAsync(TrailState state) => Task.FromResult(state.Key is { Id: var key }
        ? Finding.Pass($"Log files are encrypted with {key}.")
        : Finding.Warn(
            "Log files are encrypted with keys of Amazon S3, not with a KMS key.",
            $"Set-OrgTrail -Trail {state.Trail.TrailARN} -KmsKeyId <ARN of a key whose policy New-OrgTrailKeyPolicy made>"));
}
