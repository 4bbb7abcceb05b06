using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class OrganizationTrailCheck() : Check(
    "OrganizationTrail",
    "The trail covers the organization",
    "An account trail records one account: what happens in the others is not recorded.")
{
    public override Task<Finding> EvaluateAsync(TrailState state) => Task.FromResult(state.Trail.IsOrganizationTrail
        ? Finding.Pass("The trail covers every account of the organization.")
        : Finding.Fail(
            $"The trail covers account {state.Arn.AccountId} only.",
            $"Enable-OrgTrustedAccess; Set-OrgTrail -Trail {state.Trail.TrailARN} -IsOrganizationTrail $true"));
}
