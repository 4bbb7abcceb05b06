namespace OrgTrail.Policies;

/// <summary>What the statements of a key policy grant beyond the trail.</summary>
internal sealed class KeyWeakness(TrailKeyUse use) : Weakness(
    TrailCaller.Of(use.Trail, use.OrganizationId),
    KeyCalls.For(use),
    [KeyCalls.GenerateDataKey + "*", KeyCalls.DescribeKey, KeyCalls.DecryptData])
{
    /// <inheritdoc/>
    protected override ServiceRequest OnBehalfOf(TrailCaller other, ServiceRequest own) =>
        own.Action == KeyCalls.DescribeKey ? base.OnBehalfOf(other, own) : Encrypting(other, base.OnBehalfOf(other, own));

    // aws:SourceArn tells for whom CloudTrail calls, the encryption context for whose files. AWS's guide asks for both
    // where data keys are made ("Configure AWS KMS key policies for CloudTrail").
    /// <inheritdoc/>
    protected override string? ScopeMessage(IReadOnlyList<ServiceRequest> own, Func<ServiceRequest, bool> grants) =>
        own.FirstOrDefault(request => request.Action == KeyCalls.GenerateDataKey) is { } encrypting
        && grants(Encrypting(Trail.Stranger, encrypting)) && !grants(OnBehalfOf(Trail.Stranger, encrypting))
            ? $"it does not limit the encryption context. Require {KeyCalls.TrailContext} to be like {use.ContextPattern}."
            : null;

    private static ServiceRequest Encrypting(TrailCaller trail, ServiceRequest request) =>
        request with { Context = request.Context.With(KeyCalls.TrailContext, ContextValue.Known(trail.Arn)) };
}
