using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>What of the organization stands in the way.</summary>
internal static class OrganizationObstacles
{
    /// <summary>Only the management account and delegated administrators deploy organization trails.</summary>
    public static IEnumerable<Problem> OfCaller(DeploymentAim aim)
    {
        if (!aim.Facts.IsManagement && !aim.Facts.IsDelegated)
            yield return PrerequisiteProblems.WrongAccount(aim.Facts.Organization, aim.Facts.CallerAccountId);
        if (!aim.Facts.Organization.HasAllFeatures)
            yield return PrerequisiteProblems.NotAllFeatures(aim.Facts.Organization);
    }

    /// <summary>Trusted access and delegated administrators.</summary>
    public static IEnumerable<Problem> Of(DeploymentAim aim) => [.. TrustedAccess(aim), .. Administrators(aim)];

    private static IEnumerable<Problem> TrustedAccess(DeploymentAim aim)
    {
        if (aim.Facts.Trust is not { IsKnown: true, Value: null }) yield break;
        if (!aim.Wanted.EnableTrustedAccess || !aim.Facts.IsManagement)
            yield return PrerequisiteProblems.NotTrusted(aim.Facts.Organization);
    }

    private static IEnumerable<Problem> Administrators(DeploymentAim aim)
    {
        var (wanted, facts) = (aim.Wanted.DelegatedAdministrators, aim.Facts);
        if (wanted.Contains(facts.Organization.ManagementAccountId))
            yield return DelegationProblems.ManagementAccount(facts.Organization.ManagementAccountId);
        if (facts.Administrators.Value is not { } present) yield break;

        var missing = wanted.Except(present).ToArray();
        if (missing.Length > 0 && !facts.IsManagement)
        {
            yield return DeploymentProblems.CannotRegister(missing, facts.Organization);
            yield break;
        }

        if (present.Count + missing.Length > RegisterDelegatedAdministrator.Most)
            yield return DeploymentProblems.TooManyAdministrators(present.Except(wanted).ToArray(), missing);
        // CloudTrail refuses them only when all else is done.
        foreach (var (id, account) in facts.Candidates.Where(candidate => candidate.Value.IsKnown))
            foreach (var problem in DelegationProblems.Of(id, account.Value, facts.Organization)) yield return problem;
    }
}
