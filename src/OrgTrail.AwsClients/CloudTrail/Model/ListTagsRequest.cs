namespace Amazon.CloudTrail.Model;

/// <summary>Lists the tags of trails of the Region (API reference: ListTags).</summary>
public sealed class ListTagsRequest : AmazonCloudTrailRequest
{
    /// <summary>The ARNs of up to 20 trails; required.</summary>
    public List<string>? ResourceIdList { get; set; }

    /// <summary>The token that the page before returned; null for the first page.</summary>
    public string? NextToken { get; set; }
}
