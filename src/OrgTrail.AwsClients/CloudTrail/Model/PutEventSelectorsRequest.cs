namespace Amazon.CloudTrail.Model;

/// <summary>Replaces all that a trail logs, in its home Region, by selectors of one of the two kinds (API reference: PutEventSelectors).</summary>
public sealed class PutEventSelectorsRequest : AmazonCloudTrailRequest
{
    /// <summary>The name or the ARN of the trail; required.</summary>
    public string? TrailName { get; set; }

    /// <summary>Basic selectors, at most five.</summary>
    public List<EventSelector>? EventSelectors { get; set; }

    /// <summary>Advanced selectors.</summary>
    public List<AdvancedEventSelector>? AdvancedEventSelectors { get; set; }
}
