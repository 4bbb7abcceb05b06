using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class NotificationsCheck() : Check(
    "Notifications",
    "The SNS topic is told of deliveries",
    "Whoever waits for the topic to read new log files waits in vain while CloudTrail cannot publish.")
{
    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        if (state.Topic is not { Arn: var topic }) return Finding.Pass("The trail uses no SNS topic, and needs none.");
        return DeliveryErrors.OfNotifications(await state.Status, topic) is { } problem
            ? DeliveryVerdict.Of(problem, CheckVerdict.Warning)
            : Finding.Pass($"CloudTrail publishes to {topic} without errors.");
    }
}
