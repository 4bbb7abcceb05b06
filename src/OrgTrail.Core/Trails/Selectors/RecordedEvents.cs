namespace OrgTrail.Trails;

/// <summary>Which management events selectors record, and whether any data and network activity events: what warnings, insights and checks ask about.</summary>
internal sealed class RecordedEvents
{
    /// <summary>The services whose management events can be left out (CloudTrail API reference, EventSelector and AdvancedFieldSelector).</summary>
    public static readonly IReadOnlyList<string> ExcludableSources = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];

    private const string OtherSources = "";
    private static readonly string[] Sources = [OtherSources, .. ExcludableSources];

    private readonly HashSet<(bool Write, string Source)> _management = [];
    private readonly List<string> _filters = [];

    private RecordedEvents()
    {
    }

    /// <summary>Whether management events that read are recorded, those of excluded services apart.</summary>
    public bool ManagementReads => _management.Contains((false, OtherSources));

    /// <summary>Whether management events that write are recorded, those of excluded services apart.</summary>
    public bool ManagementWrites => _management.Contains((true, OtherSources));

    /// <summary>Whether any management events are recorded, those of excluded services apart.</summary>
    public bool Management => ManagementReads || ManagementWrites;

    /// <summary>Whether any data events are recorded.</summary>
    public bool Data { get; private set; }

    /// <summary>Whether any network activity events are recorded.</summary>
    public bool NetworkActivity { get; private set; }

    /// <summary>The services of which fewer management events are recorded than of the others.</summary>
    public IReadOnlyList<string> ExcludedSources =>
        [.. ExcludableSources.Where(source => Accesses(OtherSources).Except(Accesses(source)).Any())];

    /// <summary>The conditions of selectors that record management events of some sort only, one that trails did not know so far. They count for none.</summary>
    public IReadOnlyList<string> Filters => _filters;

    /// <summary>What selectors record.</summary>
    public static RecordedEvents Of(EventSelectors selectors)
    {
        if (selectors.Basic.Count + selectors.Advanced.Count == 0) selectors = EventSelectors.Default;

        var recorded = new RecordedEvents();
        foreach (var selector in selectors.Basic) recorded.Add(selector);
        foreach (var selector in selectors.Advanced) recorded.Add(selector);
        return recorded;
    }

    /// <summary>
    /// The events that others record and these do not, in words: of management events each sort, of data and network
    /// activity events only that there are none left. Empty when there are no such events.
    /// </summary>
    public IReadOnlyList<string> Lost(RecordedEvents before)
    {
        bool[] LostOf(string source) => [.. before.Accesses(source).Except(Accesses(source))];

        var general = LostOf(OtherSources);
        return
        [
            .. general.Length == 0 ? (string[])[] : [Words(general)],
            .. from source in ExcludableSources
               let special = LostOf(source).Except(general).ToArray()
               where special.Length > 0
               select $"{Words(special)} of {source}",
            .. before.Data && !Data ? (string[])["data events"] : [],
            .. before.NetworkActivity && !NetworkActivity ? (string[])["network activity events"] : [],
        ];
    }

    private static string Words(bool[] writes) =>
        writes.Length > 1 ? "management events" : writes[0] ? "write management events" : "read management events";

    private IEnumerable<bool> Accesses(string source) =>
        _management.Where(recorded => recorded.Source == source).Select(recorded => recorded.Write);

    private void Add(EventSelector selector)
    {
        if (selector.IncludeManagementEvents)
            AddManagement(selector.ReadWriteType != "WriteOnly", selector.ReadWriteType != "ReadOnly", selector.ExcludeManagementEventSources);
        Data |= selector.DataResources.Count > 0;
    }

    private void Add(AdvancedEventSelector selector)
    {
        var fields = selector.FieldSelectors.ToLookup(condition => condition.Field, StringComparer.Ordinal);
        var categories = fields["eventCategory"].SelectMany(condition => condition.Equals).ToHashSet();
        if (categories.Contains("Management")) AddManagement(fields);
        Data |= categories.Contains("Data");
        NetworkActivity |= categories.Contains("NetworkActivity");
    }

    private void AddManagement(ILookup<string, AdvancedFieldSelector> fields)
    {
        string[] filters = [.. fields.SelectMany(field => field).Where(condition => !IsKnown(condition)).Select(condition => condition.ToString())];
        _filters.AddRange(filters);
        if (filters.Length > 0) return;

        bool IsRecorded(string readOnly) => fields["readOnly"].All(condition =>
            (condition.Equals.Count == 0 || condition.Equals.Contains(readOnly)) && !condition.NotEquals.Contains(readOnly));

        AddManagement(IsRecorded("true"), IsRecorded("false"), fields["eventSource"].SelectMany(condition => condition.NotEquals));
    }

    private static bool IsKnown(AdvancedFieldSelector condition) => condition.Field switch
    {
        "eventCategory" => true,
        "readOnly" => condition.Operators.All(given => given.Name is nameof(condition.Equals) or nameof(condition.NotEquals)),
        "eventSource" => condition.Operators.All(given => given.Name == nameof(condition.NotEquals) && !given.Values.Except(ExcludableSources).Any()),
        _ => false,
    };

    private void AddManagement(bool reads, bool writes, IEnumerable<string> excluded)
    {
        foreach (var source in Sources.Except(excluded))
        {
            if (reads) _management.Add((false, source));
            if (writes) _management.Add((true, source));
        }
    }
}
