namespace Amazon.CloudTrail.Model;

/// <summary>Deletes a trail for good; bucket and log files stay (API reference: DeleteTrail).</summary>
public sealed class DeleteTrailRequest : AmazonCloudTrailRequest
{
    /// <summary>The name or the ARN of the trail; required.</summary>
    public string? Name { get; set; }
}
