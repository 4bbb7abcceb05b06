using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>PutInsightSelectors and GetInsightSelectors, for trails only.</summary>
internal sealed class InsightOperations(SandboxState state, TrailRegister register)
{
    private static readonly string[] Types = ["ApiCallRateInsight", "ApiErrorRateInsight"];
    private static readonly string[] Categories = ["Management", "Data"];

    /// <summary>An empty list turns insights off.</summary>
    public JsonObject Put(ServiceCall call, JsonObject body)
    {
        var trail = register.FindToChange(Caller.Of(state, call), TrailName(body));
        var selectors = (body.Objects("InsightSelectors") ?? throw TrailRefusals.InvalidParameter("InsightSelectors is missing.")).Select(Read).ToArray();
        if (selectors.Select(selector => selector["InsightType"]!.GetValue<string>()).Distinct().Count() < selectors.Length)
            throw TrailRefusals.InvalidInsightSelectors("An insight type stands in one selector only.");
        foreach (var selector in selectors.Where(IsForManagement))
            RequireEvents(trail, selector["InsightType"]!.GetValue<string>());
        trail.InsightSelectors = selectors.Length == 0 ? null : new JsonArray([.. selectors]);
        return Answer(trail);
    }

    public JsonObject Get(ServiceCall call, JsonObject body)
    {
        var trail = register.Find(Caller.Of(state, call), TrailName(body));
        return trail.InsightSelectors is null ? throw TrailRefusals.InsightNotEnabled(trail.Name) : Answer(trail);
    }

    private static JsonObject Answer(SandboxTrail trail) => new()
    {
        ["TrailARN"] = trail.Arn,
        ["InsightSelectors"] = trail.InsightSelectors?.DeepClone() ?? new JsonArray(),
    };

    // CloudTrail user guide, "Working with CloudTrail Insights": call rates are counted of write events, error rates of both.
    private static void RequireEvents(SandboxTrail trail, string type)
    {
        var writes = LoggedEvents.IncludesManagementWrites(trail);
        if (type == Types[0] && !writes)
            throw TrailRefusals.InvalidInsightSelectors($"{type} needs a trail that logs write management events.");
        if (!writes && !LoggedEvents.IncludesManagementReads(trail))
            throw TrailRefusals.InvalidInsightSelectors($"{type} needs a trail that logs management events.");
    }

    private static string? TrailName(JsonObject body) =>
        body.Text("EventDataStore") is null ? body.Text("TrailName") : throw TrailRefusals.InvalidParameter("The sandbox has no event data stores.");

    private static JsonObject Read(JsonObject given)
    {
        var type = given.Text("InsightType") ?? "";
        if (!Types.Contains(type))
            throw TrailRefusals.InvalidInsightSelectors($"InsightType {type} is not one of {string.Join(", ", Types)}.");
        var selector = new JsonObject { ["InsightType"] = type };
        if (given.Texts("EventCategories") is { } categories)
        {
            if (categories.FirstOrDefault(category => !Categories.Contains(category)) is { } other)
                throw TrailRefusals.InvalidInsightSelectors($"EventCategory {other} is not one of {string.Join(", ", Categories)}.");
            selector["EventCategories"] = new JsonArray([.. categories.Select(category => JsonValue.Create(category))]);
        }

        return selector;
    }

    private static bool IsForManagement(JsonObject selector) =>
        selector["EventCategories"] is not JsonArray categories || categories.Any(category => category!.GetValue<string>() == Categories[0]);
}
