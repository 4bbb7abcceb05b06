using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>What a trail logs now: selectors of one of the two kinds.</summary>
public sealed class PutEventSelectorsResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN of the trail.</summary>
    public string? TrailARN { get; set; }

    /// <summary>The basic selectors; null when the service sent none.</summary>
    public List<EventSelector>? EventSelectors { get; set; }

    /// <summary>The advanced selectors; null when the service sent none.</summary>
    public List<AdvancedEventSelector>? AdvancedEventSelectors { get; set; }
}
