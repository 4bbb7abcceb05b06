using Amazon.CloudTrail.Model;
using OrgTrail.Trails;
using Cloud = Amazon.CloudTrail.Model;

namespace OrgTrail.Aws.Ports;

/// <summary>Between the SDK's selectors and OrgTrail's.</summary>
internal static class SelectorMapping
{
    /// <param name="arn">The trail's ARN.</param>
    /// <param name="answer">What GetEventSelectors answered.</param>
    public static EventSelectors ToSelectors(string arn, GetEventSelectorsResponse answer) => new()
    {
        TrailARN = arn,
        Basic = [.. (answer.EventSelectors ?? []).Select(ToBasic)],
        Advanced = [.. (answer.AdvancedEventSelectors ?? []).Select(ToAdvanced)],
    };

    /// <param name="address">The trail as it was asked for: a trail without insights does not tell its ARN.</param>
    /// <param name="answer">What GetInsightSelectors answered.</param>
    public static InsightSelectors ToInsights(string address, GetInsightSelectorsResponse answer) => new()
    {
        TrailARN = answer.TrailARN ?? (TrailArn.TryParse(address, out _, out _) ? address : ""),
        Selectors = [.. (answer.InsightSelectors ?? []).Select(selector => new OrgTrail.InsightSelector
        {
            InsightType = selector.InsightType?.Value ?? "",
            EventCategories = selector.EventCategories ?? [],
        })],
    };

    /// <summary>Only the sort that is there is sent: an empty list of the other would stand against it.</summary>
    public static PutEventSelectorsRequest ToRequest(string address, EventSelectors selectors) => new()
    {
        TrailName = address,
        EventSelectors = selectors.Basic.Count == 0 ? null : [.. selectors.Basic.Select(FromBasic)],
        AdvancedEventSelectors = selectors.Advanced.Count == 0 ? null : [.. selectors.Advanced.Select(FromAdvanced)],
    };

    public static PutInsightSelectorsRequest ToRequest(string address, InsightSelectors selectors) => new()
    {
        TrailName = address,
        InsightSelectors = [.. selectors.Selectors.Select(selector => new Cloud.InsightSelector
        {
            InsightType = selector.InsightType,
            EventCategories = Given(selector.EventCategories),
        })],
    };

    // What AWS leaves out has the default of the API (CloudTrail API reference, EventSelector).
    private static OrgTrail.EventSelector ToBasic(Cloud.EventSelector selector) => new()
    {
        ReadWriteType = selector.ReadWriteType?.Value ?? "All",
        IncludeManagementEvents = selector.IncludeManagementEvents ?? true,
        DataResources = [.. (selector.DataResources ?? []).Select(resource => new OrgTrail.DataResource { Type = resource.Type ?? "", Values = resource.Values ?? [] })],
        ExcludeManagementEventSources = selector.ExcludeManagementEventSources ?? [],
    };

    private static Cloud.EventSelector FromBasic(OrgTrail.EventSelector selector) => new()
    {
        ReadWriteType = selector.ReadWriteType,
        IncludeManagementEvents = selector.IncludeManagementEvents,
        DataResources = [.. selector.DataResources.Select(resource => new Cloud.DataResource { Type = resource.Type, Values = [.. resource.Values] })],
        ExcludeManagementEventSources = [.. selector.ExcludeManagementEventSources],
    };

    private static OrgTrail.AdvancedEventSelector ToAdvanced(Cloud.AdvancedEventSelector selector) => new()
    {
        Name = selector.Name is { Length: > 0 } name ? name : null,
        FieldSelectors = [.. (selector.FieldSelectors ?? []).Select(field => new OrgTrail.AdvancedFieldSelector
        {
            Field = field.Field ?? "",
            Equals = field.Equals ?? [],
            StartsWith = field.StartsWith ?? [],
            EndsWith = field.EndsWith ?? [],
            NotEquals = field.NotEquals ?? [],
            NotStartsWith = field.NotStartsWith ?? [],
            NotEndsWith = field.NotEndsWith ?? [],
        })],
    };

    private static Cloud.AdvancedEventSelector FromAdvanced(OrgTrail.AdvancedEventSelector selector) => new()
    {
        Name = selector.Name,
        FieldSelectors = [.. selector.FieldSelectors.Select(field => new Cloud.AdvancedFieldSelector
        {
            Field = field.Field,
            Equals = Given(field.Equals),
            StartsWith = Given(field.StartsWith),
            EndsWith = Given(field.EndsWith),
            NotEquals = Given(field.NotEquals),
            NotStartsWith = Given(field.NotStartsWith),
            NotEndsWith = Given(field.NotEndsWith),
        })],
    };

    /// <summary>An operator without values is left out: AWS demands at least one of those that are sent.</summary>
    private static List<string>? Given(IReadOnlyList<string> values) => values.Count == 0 ? null : [.. values];
}
