using OrgTrail.State;
using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class CloudWatchLogsCheck() : Check(
    "CloudWatchLogs",
    "Events reach CloudWatch Logs",
    "Log files come minutes later and nobody reads them by itself; metric filters and alarms need CloudWatch Logs.",
    SecurityHub(5))
{
    // The limit that Prowler's check for CloudWatch Logs has, too.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(24);

    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var trail = state.Trail;
        if (state.LogGroup is null)
            return Finding.Warn(
                "Events are not sent to CloudWatch Logs.",
                $"Set-OrgTrail -Trail {trail.TrailARN} -CloudWatchLogsLogGroupArn <ARN of a log group, ending in :*> -CloudWatchLogsRoleArn <ARN of its role>");

        var status = await state.Status;
        return DeliveryErrors.OfEvents(status, state.LogRole?.Arn) is { } problem
            ? DeliveryVerdict.Of(problem, CheckVerdict.Warning)
            : DeliveryVerdict.OfAge(state, status, status.LatestCloudWatchLogsDeliveryTime, Limit, "events to CloudWatch Logs", CheckVerdict.Warning);
    }
}
