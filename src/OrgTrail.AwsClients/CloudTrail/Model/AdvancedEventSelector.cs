namespace Amazon.CloudTrail.Model;

/// <summary>An advanced event selector: events that meet all its conditions are logged.</summary>
public sealed class AdvancedEventSelector
{
    /// <summary>A name for people, at most 1000 characters; null where there is none.</summary>
    public string? Name { get; set; }

    /// <summary>The conditions; required.</summary>
    public List<AdvancedFieldSelector>? FieldSelectors { get; set; }
}
