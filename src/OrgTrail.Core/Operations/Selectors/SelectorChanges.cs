using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>
/// The differences between the event selectors that a trail has and those that are wanted, by what they mean: the order of
/// selectors, conditions and values does not matter, and the two forms of CloudTrail's default are the same.
/// </summary>
internal sealed class SelectorChanges
{
    private SelectorChanges(IReadOnlyList<string> texts, IReadOnlyList<string> lost) => (Texts, Lost) = (texts, lost);

    /// <summary>Each difference, for people: <c>add 'S3 writes': eventCategory Equals Data; …</c>.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Whether nothing has to be sent.</summary>
    public bool IsEmpty => Texts.Count == 0;

    /// <summary>The events that will no longer be recorded, in words: <c>write management events</c>.</summary>
    public IReadOnlyList<string> Lost { get; }

    /// <summary>Compares what is wanted with what is.</summary>
    public static SelectorChanges Between(EventSelectors live, EventSelectors wanted)
    {
        var (before, after) = (ByMeaning(live), ByMeaning(wanted));
        var removed = before.Where(selector => !after.ContainsKey(selector.Key)).Select(selector => selector.Value).ToList();
        var added = after.Where(selector => !before.ContainsKey(selector.Key)).Select(selector => selector.Value).ToList();

        var texts = new List<string>();
        foreach (var now in added.OfType<AdvancedEventSelector>().Where(selector => selector.Name is not null).ToArray())
        {
            if (removed.OfType<AdvancedEventSelector>().FirstOrDefault(selector => selector.Name == now.Name) is not { } then) continue;
            texts.Add($"update '{now.Name}': {string.Join("; ", FieldChanges.Between(then, now))}");
            removed.Remove(then);
            added.Remove(now);
        }

        return new(
            [.. texts, .. added.Select(selector => $"add {selector}"), .. removed.Select(selector => $"remove {selector}")],
            RecordedEvents.Of(wanted).Lost(RecordedEvents.Of(live)));
    }

    private static Dictionary<string, object> ByMeaning(EventSelectors selectors)
    {
        var basic = selectors.Basic.DistinctBy(SelectorMeaning.Of).ToDictionary(SelectorMeaning.Of, selector => (object)selector);
        var advanced = selectors.Advanced.DistinctBy(SelectorMeaning.Of).ToDictionary(SelectorMeaning.Of, selector => (object)selector);
        if (advanced.Count > 0 || !SelectorMeaning.IsDefault(basic.Keys)) return new(basic.Concat(advanced));

        // Older trails show the default as a basic selector, newer ones as an advanced one, some endpoints as none at all.
        // It is compared as the same, and told as it stands.
        var standard = EventSelectors.Default.Advanced[0];
        return new() { [SelectorMeaning.Of(standard)] = basic.Values.FirstOrDefault() ?? standard };
    }
}
