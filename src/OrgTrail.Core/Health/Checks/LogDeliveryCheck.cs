using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class LogDeliveryCheck() : Check(
    "LogDelivery",
    "Log files are delivered without errors",
    "What CloudTrail cannot deliver it tries again for 30 days, and then it is lost.")
{
    public override async Task<Finding> EvaluateAsync(TrailState state) =>
        await DeliveryVerdict.OfFilesAsync(state, DeliveryErrors.OfLogFiles(await state.Status), "log files");
}
