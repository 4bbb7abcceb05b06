namespace OrgTrail.Deployments;

/// <summary>What the user should know of a plan, although nothing stands in its way.</summary>
internal static class PlanWarnings
{
    /// <summary>The warnings, a sentence or two each.</summary>
    public static IReadOnlyList<string> Of(DeploymentAim aim, BucketPlan bucket, KeyPlan key) =>
        [.. Administrators(aim), .. Trails(aim), .. bucket.Settings?.Warnings ?? [], .. bucket.Policy?.Suggestions ?? [], .. key.Policy?.Suggestions ?? []];

    private static IEnumerable<string> Administrators(DeploymentAim aim)
    {
        if (aim.Wanted.DelegatedAdministrators.Count == 0) yield break;
        if (aim.Facts.Administrators.Refusal is { } refusal)
            yield return $"{refusal} So they were left as they are.";
        foreach (var other in aim.Facts.Administrators.Value?.Except(aim.Wanted.DelegatedAdministrators) ?? [])
            yield return $"Account {other} is a delegated administrator for CloudTrail, too, though it is not wanted. Unregister-OrgTrailDelegatedAdmin {other} removes it.";
    }

    private static IEnumerable<string> Trails(DeploymentAim aim) =>
        aim.Facts.HiddenTrails.Select(hidden => $"Trail {hidden.TrailArn} cannot be seen: whether it is a second organization trail is not known.");
}
