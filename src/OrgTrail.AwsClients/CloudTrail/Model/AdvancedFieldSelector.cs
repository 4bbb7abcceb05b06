namespace Amazon.CloudTrail.Model;

/// <summary>A condition of an advanced event selector. Operators that are null do not take part.</summary>
public sealed class AdvancedFieldSelector
{
    /// <summary>The field of the event, such as <c>eventCategory</c>; required.</summary>
    public string? Field { get; set; }

    /// <summary>The field is one of these.</summary>
    public new List<string>? Equals { get; set; }

    /// <summary>The field begins with one of these.</summary>
    public List<string>? StartsWith { get; set; }

    /// <summary>The field ends with one of these.</summary>
    public List<string>? EndsWith { get; set; }

    /// <summary>The field is none of these.</summary>
    public List<string>? NotEquals { get; set; }

    /// <summary>The field begins with none of these.</summary>
    public List<string>? NotStartsWith { get; set; }

    /// <summary>The field ends with none of these.</summary>
    public List<string>? NotEndsWith { get; set; }
}
