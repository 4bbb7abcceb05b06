using System.Globalization;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>GetTrailStatus.</summary>
internal sealed class TrailStatusReading(SandboxState state, TrailRegister register, DeliveryFaults faults)
{
    public JsonObject Get(ServiceCall call, JsonObject body)
    {
        var caller = Caller.Of(state, call);
        var name = body.Text("Name");

        // Seen by others on AWS: this operation names the ARN, also where a name was asked.
        var trail = register.TryFind(caller, name) ?? throw TrailRefusals.TrailNotFound(TrailArn.IsMeantBy(name) ? name! : ArnOf(caller, name!), caller.AccountId);
        var status = new JsonObject
        {
            ["IsLogging"] = trail.IsLogging,
            ["StartLoggingTime"] = JsonMembers.Seconds(trail.StartLoggingTime),
            ["StopLoggingTime"] = JsonMembers.Seconds(trail.StopLoggingTime),
            ["LatestDeliveryTime"] = JsonMembers.Seconds(trail.LatestDeliveryTime),
            ["LatestDigestDeliveryTime"] = JsonMembers.Seconds(trail.LatestDigestDeliveryTime),
            ["LatestNotificationTime"] = trail.SnsTopicArn is null ? null : JsonMembers.Seconds(trail.LatestNotificationTime),
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
        status["LatestNotificationError"] = trail.IsLogging ? faults.OfNotifications(trail) : null;
        status["LatestDigestDeliveryError"] = trail.IsLogging ? faults.OfDigests(trail) : trail.LatestDigestDeliveryError;
    }

    private static string ArnOf(Caller caller, string name) => new TrailArn(Partition.OfRegion(caller.Region), caller.Region, caller.AccountId, name).ToString();

    private static string Text(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";
}
