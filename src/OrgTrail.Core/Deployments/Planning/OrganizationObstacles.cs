using OrgTrail.Buckets;
using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>What of the organization stands in the way.</summary>
internal static class OrganizationObstacles
{
    // CloudTrail user guide, "Organization delegated administrator".
    private const int MostAdministrators = 3;

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
            yield return DeploymentProblems.ManagementAccountDelegated(facts.Organization);
        if (facts.Administrators.Value is not { } present) yield break;

        var missing = wanted.Except(present).ToArray();
        if (missing.Length > 0 && !facts.IsManagement)
        {
            yield return DeploymentProblems.CannotRegister(missing, facts.Organization);
            yield break;
        }

        if (present.Count + missing.Length > MostAdministrators)
            yield return DeploymentProblems.TooManyAdministrators(present.Except(wanted).ToArray(), missing);
        foreach (var (id, account) in facts.Candidates)
            foreach (var problem in Unfit(id, account, facts.Organization)) yield return problem;
    }

    // CloudTrail refuses them only when all else is done.
    private static IEnumerable<Problem> Unfit(string id, Seen<Account> account, Organization organization) => account switch
    {
        { IsKnown: true, Value: null } => [DelegationProblems.NoMember(id, organization)],
        { Value: { IsActive: false } member } => [DelegationProblems.NotActive(member)],
        _ => [],
    };
}
