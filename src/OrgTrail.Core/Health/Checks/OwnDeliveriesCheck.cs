using OrgTrail.State;
using OrgTrail.Trails;

namespace OrgTrail.Health;

internal sealed class OwnDeliveriesCheck() : Check(
    "OwnDeliveries",
    "The trail does not record its own deliveries",
    "A trail that records data events of its own bucket records each of its deliveries, delivers that, and pays for all of it.")
{
    public override async Task<Finding> EvaluateAsync(TrailState state) => OwnDeliveries.AreRecorded(state.Trail, await state.Selectors)
        ? Finding.Warn($"The trail records what is written to its own bucket {state.Trail.S3BucketName}: each delivery is a data event, which is delivered again, and all of them are billed.", OwnDeliveries.Cure(state.Trail))
        : Finding.Pass("The trail does not record what is written to its own bucket.");
}
