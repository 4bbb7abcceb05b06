using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class DigestDeliveryCheck() : Check(
    "DigestDelivery",
    "Digests are delivered without errors",
    "Log files whose digest is missing cannot be proven.")
{
    public override async Task<Finding> EvaluateAsync(TrailState state) => state.Trail.LogFileValidationEnabled
        ? await DeliveryVerdict.OfFilesAsync(state, DeliveryErrors.OfDigests(await state.Status), "digests")
        : Finding.Pass("The trail delivers no digests: log file validation is off.");
}
