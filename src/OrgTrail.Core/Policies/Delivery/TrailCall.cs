namespace OrgTrail.Policies;

/// <summary>One of the things that CloudTrail must be able to do with what an organization trail delivers to or encrypts with.</summary>
/// <param name="Name">For a bucket <c>acl-check</c>, <c>management-write</c> or <c>organization-write</c>; for a key <c>encrypt</c>, <c>describe</c> or <c>decrypt</c>.</param>
/// <param name="Requests">The requests that it takes; all of them must go through.</param>
internal sealed record TrailCall(string Name, IReadOnlyList<TrailRequest> Requests);
