namespace Amazon.CloudTrail.Model;

/// <summary>Starts the logging of a trail, in its home Region (API reference: StartLogging).</summary>
public sealed class StartLoggingRequest : AmazonCloudTrailRequest
{
    /// <summary>The name or the ARN of the trail; required.</summary>
    public string? Name { get; set; }
}
