namespace OrgTrail.Policies;

/// <summary>What the statements of a topic policy grant beyond the trail.</summary>
internal sealed class TopicWeakness(TrailTopicUse use) : Weakness(TrailCaller.Of(use.Trail, use.OrganizationId), [use.Call], [TrailTopicUse.Publish])
{
    /// <inheritdoc/>
    protected override string? ScopeMessage(IReadOnlyList<ServiceRequest> own, Func<ServiceRequest, bool> grants) => null;
}
