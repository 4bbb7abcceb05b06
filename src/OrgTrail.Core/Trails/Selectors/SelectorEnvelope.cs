namespace OrgTrail.Trails;

/// <summary>
/// Takes selectors out of the object that they come in: the answer of GetEventSelectors, as <c>aws cloudtrail
/// get-event-selectors</c> prints it, and the request of PutEventSelectors, as its skeleton has it. It tells their kind.
/// </summary>
internal static class SelectorEnvelope
{
    private const string Basic = "EventSelectors";
    private const string Advanced = "AdvancedEventSelectors";

    // Which trail they were read from, or were meant for: the trail is told otherwise here.
    private static readonly string[] Trails = ["TrailARN", "TrailName"];

    /// <summary>The selectors of both kinds.</summary>
    /// <param name="basic">What was given as basic selectors.</param>
    /// <param name="advanced">What was given as advanced ones.</param>
    public static (IReadOnlyList<object?> Basic, IReadOnlyList<object?> Advanced) Open(IReadOnlyList<object?> basic, IReadOnlyList<object?> advanced)
    {
        (object? Item, bool IsBasic)[] items = [.. basic.Select(item => (Opened(item), true)), .. advanced.Select(item => (Opened(item), false))];
        if (!Array.Exists(items, given => IsEnvelope(given.Item))) return (basic, advanced);

        return (
            [.. items.SelectMany(given => Members(given.Item, Basic) ?? (given.IsBasic && !IsEnvelope(given.Item) ? [given.Item] : []))],
            [.. items.SelectMany(given => Members(given.Item, Advanced) ?? (!given.IsBasic && !IsEnvelope(given.Item) ? [given.Item] : []))]);
    }

    // Text that is no JSON is told as such by whoever reads the selectors.
    private static object? Opened(object? item) =>
        item is string text && text.AsSpan().TrimStart() is ['{', ..] && SelectorJson.Read(text, out var fault) is var value && fault is null ? value : item;

    private static bool IsEnvelope(object? item) =>
        item is IReadOnlyDictionary<string, object?> members
        && members.Keys.Any(name => Is(name, Basic) || Is(name, Advanced))
        && members.Keys.All(name => Is(name, Basic) || Is(name, Advanced) || Array.Exists(Trails, trail => Is(name, trail)));

    private static IEnumerable<object?>? Members(object? item, string name)
    {
        if (!IsEnvelope(item)) return null;
        return ((IReadOnlyDictionary<string, object?>)item!).FirstOrDefault(member => Is(member.Key, name)).Value switch
        {
            null => [],
            IReadOnlyList<object?> list => list,
            var single => [single],
        };
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
