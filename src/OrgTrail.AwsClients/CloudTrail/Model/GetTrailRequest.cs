namespace Amazon.CloudTrail.Model;

/// <summary>Reads the settings of one trail (API reference: GetTrail).</summary>
public sealed class GetTrailRequest : AmazonCloudTrailRequest
{
    /// <summary>The name or the ARN of the trail; required.</summary>
    public string? Name { get; set; }
}
