namespace OrgTrail.Policies;

/// <summary>A call that an AWS service makes with its service principal.</summary>
/// <param name="ServicePrincipal">The caller, for example <c>cloudtrail.amazonaws.com</c>.</param>
/// <param name="Action">The action with its service prefix, for example <c>s3:PutObject</c>.</param>
/// <param name="Resource">The ARN of the resource, with holes for what varies from call to call.</param>
/// <param name="Context">The condition keys.</param>
internal sealed record ServiceRequest(string ServicePrincipal, string Action, SymbolicText Resource, RequestContext Context)
{
    /// <summary>
    /// Whether the resource is a single one whose ARN is not known in full. The holes of all others stand for many
    /// resources, every one of which is meant.
    /// </summary>
    internal bool IsOneResource { get; init; }
}
