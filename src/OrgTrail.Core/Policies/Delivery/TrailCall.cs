namespace OrgTrail.Policies;

/// <summary>One of the three things that CloudTrail must be able to do with the bucket of an organization trail.</summary>
/// <param name="Name"><c>acl-check</c>, <c>management-write</c> or <c>organization-write</c>.</param>
/// <param name="Requests">The requests that it takes; all of them must go through.</param>
internal sealed record TrailCall(string Name, IReadOnlyList<TrailRequest> Requests);
