using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>What the user should know of a plan, although nothing stands in its way.</summary>
internal static class PlanWarnings
{
    /// <summary>The warnings, a sentence or two each.</summary>
    public static IReadOnlyList<string> Of(DeploymentContext context, BucketPlan bucket, KeyPlan key) =>
        [.. Administrators(context), .. Trails(context), .. Selectors(context), .. bucket.Settings?.Warnings ?? [], .. bucket.Policy?.Suggestions ?? [], .. key.Policy?.Suggestions ?? []];

    private static IEnumerable<string> Administrators(DeploymentContext context)
    {
        if (context.Wanted.DelegatedAdministrators.Count == 0) yield break;
        if (context.Facts.Administrators.Refusal is { } refusal)
            yield return $"{refusal} So they were left as they are.";
        foreach (var other in context.Facts.Administrators.Value?.Except(context.Wanted.DelegatedAdministrators) ?? [])
            yield return $"Account {other} is a delegated administrator for CloudTrail, too, though it is not wanted. Unregister-OrgTrailDelegatedAdmin {other} removes it.";
    }

    private static IEnumerable<string> Selectors(DeploymentContext context) =>
        context.Wanted.EventSelectors is { } wanted ? EventSelectorRules.Remarks(context.Planned, wanted) : [];

    private static IEnumerable<string> Trails(DeploymentContext context) =>
        context.Facts.HiddenTrails.Select(hidden => $"Trail {hidden.TrailArn} cannot be seen: whether it is a second organization trail is not known.");
}
