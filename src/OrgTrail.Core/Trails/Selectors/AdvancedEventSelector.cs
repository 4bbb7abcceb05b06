namespace OrgTrail;

/// <summary>An advanced event selector: events that meet all of its conditions are recorded (CloudTrail API reference, AdvancedEventSelector).</summary>
public sealed record AdvancedEventSelector
{
    /// <summary>A name for people, at most 1,000 characters; <see langword="null"/> for none. Prowler recognises the one for management events by <c>Management events selector</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The conditions; one on <c>eventCategory</c> is required.</summary>
    public IReadOnlyList<AdvancedFieldSelector> FieldSelectors { get; init => field = value.ToArray(); } = [];

    /// <summary>The name and the conditions.</summary>
    public override string ToString()
    {
        var conditions = string.Join("; ", FieldSelectors);
        return Name is null ? conditions : $"'{Name}': {conditions}";
    }
}
