namespace Amazon.CloudTrail.Model;

/// <summary>Removes tags from a trail, in its home Region (API reference: RemoveTags).</summary>
public sealed class RemoveTagsRequest : AmazonCloudTrailRequest
{
    /// <summary>The ARN of the trail; required.</summary>
    public string? ResourceId { get; set; }

    /// <summary>The tags to remove; required.</summary>
    public List<Tag>? TagsList { get; set; }
}
