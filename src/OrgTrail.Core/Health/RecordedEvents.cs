namespace OrgTrail.Health;

/// <summary>Which management events selectors record, basic or advanced.</summary>
/// <param name="Reads">Whether events that read are recorded, perhaps not of every service.</param>
/// <param name="Writes">Whether events that write are recorded, perhaps not of every service.</param>
/// <param name="Excluded">The services of which events are left out, while those of others are recorded.</param>
internal sealed record RecordedEvents(bool Reads, bool Writes, IReadOnlyList<string> Excluded)
{
    // CloudTrail API reference, EventSelector and AdvancedFieldSelector: no others can be left out.
    private static readonly string[] Excludable = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];

    private const string AnyOther = "iam.amazonaws.com";

    /// <summary>What the selectors of a trail come to, all together.</summary>
    public static RecordedEvents Of(EventSelectors selectors)
    {
        bool Records(bool readOnly, string source) => selectors switch
        {
            // CloudTrail user guide, "Logging management events": a trail without selectors records all of them.
            { Basic: [], Advanced: [] } => true,
            _ => selectors.Basic.Any(selector => IsIn(selector, readOnly, source)) || selectors.Advanced.Any(selector => IsIn(selector, readOnly, source)),
        };

        var (reads, writes) = (Records(true, AnyOther), Records(false, AnyOther));
        return new(reads, writes, [.. Excludable.Where(source => (reads && !Records(true, source)) || (writes && !Records(false, source)))]);
    }

    private static bool IsIn(EventSelector selector, bool readOnly, string source) =>
        selector.IncludeManagementEvents
        && selector.ReadWriteType is var type && (type == "All" || type == (readOnly ? "ReadOnly" : "WriteOnly"))
        && !selector.ExcludeManagementEventSources.Contains(source);

    private static bool IsIn(AdvancedEventSelector selector, bool readOnly, string source) =>
        selector.FieldSelectors.Any(field => field.Field == "eventCategory")
        && selector.FieldSelectors.All(field => field.Field switch
        {
            "eventCategory" => Takes(field, "Management"),
            "readOnly" => Takes(field, readOnly ? "true" : "false"),
            "eventSource" => Takes(field, source),
            // Whatever else it asks for, it does not take every event.
            _ => false,
        });

    // CloudTrail API reference, AdvancedFieldSelector: all operators must agree, each by one of its values.
    private static bool Takes(AdvancedFieldSelector field, string value) =>
        (field.Equals.Count == 0 || field.Equals.Contains(value))
        && (field.StartsWith.Count == 0 || field.StartsWith.Any(start => value.StartsWith(start, StringComparison.Ordinal)))
        && (field.EndsWith.Count == 0 || field.EndsWith.Any(end => value.EndsWith(end, StringComparison.Ordinal)))
        && !field.NotEquals.Contains(value)
        && !field.NotStartsWith.Any(start => value.StartsWith(start, StringComparison.Ordinal))
        && !field.NotEndsWith.Any(end => value.EndsWith(end, StringComparison.Ordinal));
}
