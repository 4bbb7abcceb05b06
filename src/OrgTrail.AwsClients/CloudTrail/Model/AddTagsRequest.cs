namespace Amazon.CloudTrail.Model;

/// <summary>Adds tags to a trail, in its home Region (API reference: AddTags).</summary>
public sealed class AddTagsRequest : AmazonCloudTrailRequest
{
    /// <summary>The ARN of the trail; required.</summary>
    public string? ResourceId { get; set; }

    /// <summary>The tags to add, at most 50; required.</summary>
    public List<Tag>? TagsList { get; set; }
}
