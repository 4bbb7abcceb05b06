namespace Amazon.CloudTrail.Model;

/// <summary>Stops the logging of a trail, in its home Region (API reference: StopLogging).</summary>
public sealed class StopLoggingRequest : AmazonCloudTrailRequest
{
    /// <summary>The name or the ARN of the trail; required.</summary>
    public string? Name { get; set; }
}
