using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class DigestFreshnessCheck() : Check(
    "DigestFreshness",
    "Digests come in time",
    "The newest log files are proven by the newest digest only: until it comes they can be changed unseen.")
{
    // CloudTrail user guide, "CloudTrail digest file structure": a digest comes every hour, also for hours without events.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(2);

    // AWS does not tell when log file validation was switched on, and the first digest comes an hour later.
    public override async Task<Finding> EvaluateAsync(TrailState state) => state.Trail.LogFileValidationEnabled
        ? DeliveryVerdict.OfAge(state, await state.Status, (await state.Status).LatestDigestDeliveryTime, Limit, "digests", CheckVerdict.Warning)
        : Finding.Pass("The trail delivers no digests: log file validation is off.");
}
