namespace Amazon.CloudTrail.Model;

/// <summary>The tags of one trail.</summary>
public sealed class ResourceTag
{
    /// <summary>The ARN of the trail.</summary>
    public string? ResourceId { get; set; }

    /// <summary>Its tags; null when the service sent none.</summary>
    public List<Tag>? TagsList { get; set; }
}
