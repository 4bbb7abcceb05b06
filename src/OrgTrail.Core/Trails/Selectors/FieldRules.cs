namespace OrgTrail.Trails;

/// <summary>
/// The fields that advanced event selectors of trails know, by category of events. Those of event data stores are more
/// (CloudTrail API reference, AdvancedFieldSelector).
/// </summary>
internal static class FieldRules
{
    /// <summary>The field that says which events a selector is about.</summary>
    public const string CategoryField = "eventCategory";

    private static readonly FieldRule ReadOnly = new("readOnly") { Operators = ["Equals"], Values = ["true", "false"], IsSingle = true };

    private static readonly Dictionary<string, FieldRule[]> ByCategory = new(StringComparer.Ordinal)
    {
        ["Management"] =
        [
            ReadOnly,
            new("eventSource") { Operators = ["NotEquals"], Values = RecordedEvents.ExcludableSources },
        ],
        ["Data"] =
        [
            new("resources.type") { Operators = ["Equals"], IsSingle = true, IsRequired = true },
            ReadOnly,
            new("eventName"),
            new("eventSource"),
            new("eventType"),
            new("resources.ARN"),
            new("sessionCredentialFromConsole") { Operators = ["Equals", "NotEquals"], Values = ["true", "false"] },
            new("userIdentity.arn"),
        ],
        ["NetworkActivity"] =
        [
            new("eventSource") { Operators = ["Equals"], IsSingle = true, IsRequired = true },
            new("eventName"),
            new("errorCode") { Operators = ["Equals"], Values = ["VpceAccessDenied"] },
            new("vpcEndpointId"),
            new("userIdentity.arn"),
        ],
    };

    /// <summary>The rule for the category itself.</summary>
    public static FieldRule Category { get; } = new(CategoryField) { Operators = ["Equals"], Values = [.. ByCategory.Keys], IsSingle = true, IsRequired = true };

    /// <summary>The rules of a category, without that for the category itself.</summary>
    public static IReadOnlyList<FieldRule> Of(string category) => ByCategory[category];
}
