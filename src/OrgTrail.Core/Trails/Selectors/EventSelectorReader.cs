namespace OrgTrail.Trails;

/// <summary>
/// Reads event selectors that somebody wrote down with the members of the API: as hashtables, as JSON, or in a file. Names
/// of members are taken in any case; unknown ones are refused.
/// </summary>
internal static class EventSelectorReader
{
    private static readonly string[] BasicMembers =
        [nameof(EventSelector.ReadWriteType), nameof(EventSelector.IncludeManagementEvents), nameof(EventSelector.DataResources), nameof(EventSelector.ExcludeManagementEventSources)];

    private static readonly string[] ResourceMembers = [nameof(DataResource.Type), nameof(DataResource.Values)];

    private static readonly string[] AdvancedMembers = [nameof(AdvancedEventSelector.Name), nameof(AdvancedEventSelector.FieldSelectors)];

    private static readonly string[] FieldMembers =
    [
        nameof(AdvancedFieldSelector.Field), nameof(AdvancedFieldSelector.Equals), nameof(AdvancedFieldSelector.StartsWith), nameof(AdvancedFieldSelector.EndsWith),
        nameof(AdvancedFieldSelector.NotEquals), nameof(AdvancedFieldSelector.NotStartsWith), nameof(AdvancedFieldSelector.NotEndsWith),
    ];

    /// <summary>Reads selectors. Whether CloudTrail takes them is not looked at here.</summary>
    /// <param name="basic">
    /// Basic ones: each an <see cref="EventSelector"/>, an <see cref="IReadOnlyDictionary{TKey,TValue}"/> of its members, the
    /// JSON text of one or several, or a list of these; or <see cref="EventSelectors"/> or an answer of GetEventSelectors, which know their kind. Empty for none.
    /// </param>
    /// <param name="advanced">Advanced ones, in the same forms.</param>
    /// <exception cref="OrgTrailException"><c>InvalidEventSelectors</c>: names every member that is unknown or of the wrong kind.</exception>
    public static EventSelectors Read(IReadOnlyList<object?> basic, IReadOnlyList<object?> advanced)
    {
        var faults = new List<string>();
        (basic, advanced) = SelectorEnvelope.Open(basic, advanced);
        var sets = basic.Concat(advanced).OfType<EventSelectors>().ToArray();
        var selectors = new EventSelectors
        {
            Basic =
            [
                .. sets.SelectMany(set => set.Basic),
                .. new SelectorList(nameof(EventSelector), faults).Read([.. basic.Except(sets)], (members, path) => Basic(members, path, faults)),
            ],
            Advanced =
            [
                .. sets.SelectMany(set => set.Advanced),
                .. new SelectorList(nameof(AdvancedEventSelector), faults).Read([.. advanced.Except(sets)], (members, path) => Advanced(members, path, faults)),
            ],
        };
        return faults.Count == 0 ? selectors : throw new OrgTrailException(SelectorProblems.InvalidEvents(faults));
    }

    private static EventSelector Basic(IReadOnlyDictionary<string, object?> members, string path, List<string> faults)
    {
        var given = new GivenObject(members, path, BasicMembers, faults);
        return new()
        {
            // What is left out is what CloudTrail takes then (CloudTrail API reference, EventSelector).
            ReadWriteType = given.Text(nameof(EventSelector.ReadWriteType)) ?? "All",
            IncludeManagementEvents = given.Flag(nameof(EventSelector.IncludeManagementEvents)) ?? true,
            DataResources = given.Objects(nameof(EventSelector.DataResources), (resource, at) => Resource(resource, at, faults)),
            ExcludeManagementEventSources = given.Texts(nameof(EventSelector.ExcludeManagementEventSources)),
        };
    }

    private static DataResource Resource(IReadOnlyDictionary<string, object?> members, string path, List<string> faults)
    {
        var given = new GivenObject(members, path, ResourceMembers, faults);
        return new() { Type = given.RequiredText(nameof(DataResource.Type)), Values = given.Texts(nameof(DataResource.Values)) };
    }

    private static AdvancedEventSelector Advanced(IReadOnlyDictionary<string, object?> members, string path, List<string> faults)
    {
        var given = new GivenObject(members, path, AdvancedMembers, faults);
        return new()
        {
            Name = given.Text(nameof(AdvancedEventSelector.Name)),
            FieldSelectors = given.Objects(nameof(AdvancedEventSelector.FieldSelectors), (field, at) => Field(field, at, faults)),
        };
    }

    private static AdvancedFieldSelector Field(IReadOnlyDictionary<string, object?> members, string path, List<string> faults)
    {
        var given = new GivenObject(members, path, FieldMembers, faults);
        return new()
        {
            Field = given.RequiredText(nameof(AdvancedFieldSelector.Field)),
            Equals = given.Texts(nameof(AdvancedFieldSelector.Equals)),
            StartsWith = given.Texts(nameof(AdvancedFieldSelector.StartsWith)),
            EndsWith = given.Texts(nameof(AdvancedFieldSelector.EndsWith)),
            NotEquals = given.Texts(nameof(AdvancedFieldSelector.NotEquals)),
            NotStartsWith = given.Texts(nameof(AdvancedFieldSelector.NotStartsWith)),
            NotEndsWith = given.Texts(nameof(AdvancedFieldSelector.NotEndsWith)),
        };
    }
}
