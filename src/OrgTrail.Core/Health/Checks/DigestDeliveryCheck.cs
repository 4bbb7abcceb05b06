namespace OrgTrail.Health;

internal sealed class DigestDeliveryCheck() : Check(
    "DigestDelivery",
    "Digests are delivered without errors",
    "Log files whose digest is missing cannot be proven.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts) => facts.Trail.LogFileValidationEnabled
        ? await DeliveryVerdict.OfFilesAsync(facts, DeliveryErrors.OfDigests(await facts.Status), "digests")
        : Finding.Pass("The trail delivers no digests: log file validation is off.");
}
