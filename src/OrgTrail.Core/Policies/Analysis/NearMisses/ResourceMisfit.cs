namespace OrgTrail.Policies;

/// <summary>Why a statement's resources do not cover that of a request.</summary>
internal static class ResourceMisfit
{
    /// <summary>The misfit; <see langword="null"/> when the resource is covered.</summary>
    internal static Misfit? Of(Selection<string> resources, TrailRequest request, PatternReader reader)
    {
        var wanted = request.Request;
        if (StatementEvaluator.Covers(resources, wanted, reader)) return null;
        if (resources.Except) return new(2, $"Its NotResource {string.Join(", ", resources.Items)} leaves out {wanted.Resource}.");
        if (resources.Items.Count == 0) return new(2, "It has no Resource.");
        return resources.Items
            .Select(resource => wanted.Action.StartsWith(S3Actions.Prefix, StringComparison.Ordinal)
                ? BucketResourceMisfit.Of(resource, request, reader)
                : new Misfit(2, $"Its resource '{resource}' is not {wanted.Resource}."))
            .MinBy(misfit => misfit.Distance);
    }
}
