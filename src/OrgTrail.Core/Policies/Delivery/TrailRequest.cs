namespace OrgTrail.Policies;

/// <summary>A request of CloudTrail to S3.</summary>
/// <param name="Subject">What it is about, for messages: "log files".</param>
/// <param name="Request">The request.</param>
internal sealed record TrailRequest(string Subject, ServiceRequest Request);
