using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>LookupEvents: the sandbox keeps no event history, so there is never anything in it.</summary>
internal static class EventHistory
{
    private const int MostResults = 50;

    public static JsonObject LookUp(ServiceCall call, JsonObject body)
    {
        if (body.Time("StartTime") > body.Time("EndTime"))
            throw TrailRefusals.InvalidTimeRange();
        if (body.Number("MaxResults") is < 1 or > MostResults)
            throw TrailRefusals.Of("InvalidMaxResults", $"MaxResults must be from 1 to {MostResults}.");
        return new JsonObject { ["Events"] = new JsonArray() };
    }
}
