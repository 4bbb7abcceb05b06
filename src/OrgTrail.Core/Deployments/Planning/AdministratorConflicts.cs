using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>What stands against the delegated administrators that are asked for.</summary>
internal static class AdministratorConflicts
{
    /// <summary>Accounts that cannot become delegated administrators, and too many of them.</summary>
    public static IEnumerable<Problem> Of(DeploymentAim aim)
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
