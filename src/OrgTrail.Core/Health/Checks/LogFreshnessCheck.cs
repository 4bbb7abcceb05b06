using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class LogFreshnessCheck() : Check(
    "LogFreshness",
    "Log files come in time",
    "A trail can be on, and report no error, and deliver nothing: time-outs are not reported.")
{
    // CloudTrail user guide, "Getting and viewing your CloudTrail log files": files come about every five minutes.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    public override async Task<Finding> EvaluateAsync(TrailState state) =>
        DeliveryVerdict.OfAge(state, await state.Status, (await state.Status).LatestDeliveryTime, Limit, "log files");
}
