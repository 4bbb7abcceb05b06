using System.Globalization;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>GetTrailStatus.</summary>
internal sealed class TrailStatusReading(SandboxState state, TrailRegister register, DeliveryFaults faults)
{
    public JsonObject Get(ServiceCall call, JsonObject body)
    {
        var caller = Caller.Of(state, call);
        var trail = register.Find(caller, body.Text("Name"));
        var status = new JsonObject
        {
            ["IsLogging"] = trail.IsLogging,
            ["StartLoggingTime"] = JsonMembers.Seconds(trail.StartLoggingTime),
            ["StopLoggingTime"] = JsonMembers.Seconds(trail.StopLoggingTime),
            ["LatestDeliveryTime"] = JsonMembers.Seconds(trail.LatestDeliveryTime),
            ["LatestDigestDeliveryTime"] = JsonMembers.Seconds(trail.LatestDigestDeliveryTime),
            ["LatestNotificationTime"] = trail.SnsTopicArn is null ? null : JsonMembers.Seconds(trail.LatestDeliveryTime),
            ["LatestCloudWatchLogsDeliveryTime"] = trail.CloudWatchLogsLogGroupArn is null ? null : JsonMembers.Seconds(trail.LatestDeliveryTime),

            // No longer in use, but still sent (CloudTrail API reference, GetTrailStatus).
            ["LatestDeliveryAttemptTime"] = Text(trail.LatestDeliveryTime),
            ["LatestNotificationAttemptTime"] = "",
            ["LatestNotificationAttemptSucceeded"] = "",
            ["LatestDeliveryAttemptSucceeded"] = Text(trail.LatestDeliveryTime),
            ["TimeLoggingStarted"] = Text(trail.StartLoggingTime),
            ["TimeLoggingStopped"] = Text(trail.StopLoggingTime),
        };
        if (trail.OwnerAccountId == caller.AccountId)
            AddErrors(trail, status);
        return status.WithoutNulls();
    }

    // Users report that members see no errors; errors are absent while all is well.
    private void AddErrors(SandboxTrail trail, JsonObject status)
    {
        status["LatestDeliveryError"] = trail.IsLogging ? faults.OfLogFiles(trail) : trail.LatestDeliveryError;
        status["LatestDigestDeliveryError"] = trail.IsLogging ? faults.OfDigests(trail) : trail.LatestDigestDeliveryError;
    }

    private static string Text(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";
}
