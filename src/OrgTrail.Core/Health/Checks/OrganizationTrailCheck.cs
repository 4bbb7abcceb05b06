namespace OrgTrail.Health;

internal sealed class OrganizationTrailCheck() : Check(
    "OrganizationTrail",
    "The trail covers the organization",
    "An account trail records one account: what happens in the others is not recorded.")
{
    public override Task<Finding> JudgeAsync(TrailFacts facts) => Task.FromResult(facts.Trail.IsOrganizationTrail
        ? Finding.Pass("The trail covers every account of the organization.")
        : Finding.Fail(
            $"The trail covers account {facts.Arn.AccountId} only.",
            $"Enable-OrgTrustedAccess; Set-OrgTrail -Trail {facts.Trail.TrailARN} -IsOrganizationTrail $true"));
}
