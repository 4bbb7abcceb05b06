using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>Trails as CloudTrail writes them; what is not set is absent.</summary>
internal static class TrailJson
{
    /// <summary>As GetTrail and DescribeTrails answer.</summary>
    public static JsonObject Whole(SandboxTrail trail)
    {
        var json = TrailMembers.Answer(trail);
        json["HomeRegion"] = trail.HomeRegion;
        json["HasCustomEventSelectors"] = trail.EventSelectors is not null || trail.AdvancedEventSelectors is not null;
        json["HasInsightSelectors"] = trail.InsightSelectors is not null;
        return json;
    }

    /// <summary>As ListTrails answers.</summary>
    public static JsonObject Entry(SandboxTrail trail) => new()
    {
        ["TrailARN"] = trail.Arn,
        ["Name"] = trail.Name,
        ["HomeRegion"] = trail.HomeRegion,
    };
}
