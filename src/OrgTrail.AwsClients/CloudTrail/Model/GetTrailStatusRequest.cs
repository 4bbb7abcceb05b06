namespace Amazon.CloudTrail.Model;

/// <summary>Reads whether a trail logs and what went wrong last, in one Region (API reference: GetTrailStatus).</summary>
public sealed class GetTrailStatusRequest : AmazonCloudTrailRequest
{
    /// <summary>The name or the ARN of the trail; a copy of another Region, and a member account, need the ARN; required.</summary>
    public string? Name { get; set; }
}
