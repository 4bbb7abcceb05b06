namespace OrgTrail.Trails;

/// <summary>How the values of selectors are shown.</summary>
internal static class SelectorText
{
    // A trail may have 500 values; nobody reads them all in a sentence.
    private const int Most = 6;

    /// <summary>Values, in one line; of many, the first ones.</summary>
    public static string Of(IReadOnlyCollection<string> values) =>
        values.Count <= Most ? string.Join(", ", values) : $"{string.Join(", ", values.Take(Most))} and {values.Count - Most} more";
}
