namespace OrgTrail.Policies;

/// <summary>A request that CloudTrail makes for a trail.</summary>
/// <param name="Subject">What it is about, for messages: "log files".</param>
/// <param name="Request">The request.</param>
internal sealed record TrailRequest(string Subject, ServiceRequest Request)
{
    /// <summary>Whether CloudTrail only makes it to see whether it may, when a trail is created or updated.</summary>
    internal bool IsProbe { get; init; }
}
