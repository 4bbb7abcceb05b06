namespace OrgTrail.Health;

internal sealed class NotificationsCheck() : Check(
    "Notifications",
    "The SNS topic is told of deliveries",
    "Whoever waits for the topic to read new log files waits in vain while CloudTrail cannot publish.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        if (facts.Trail.SnsTopicARN is not { Length: > 0 } topic) return Finding.Pass("The trail uses no SNS topic, and needs none.");
        return DeliveryErrors.OfNotifications(await facts.Status, topic) is { } problem
            ? DeliveryVerdict.Of(problem, CheckVerdict.Warning)
            : Finding.Pass($"CloudTrail publishes to {topic} without errors.");
    }
}
