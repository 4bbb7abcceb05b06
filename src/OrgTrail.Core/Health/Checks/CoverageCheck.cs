using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class CoverageCheck() : Check(
    "Coverage",
    "Every account delivers from every Region",
    "CloudTrail makes an organization's trail in each account by itself, and tells nobody when that fails: only the bucket shows it.")
{
    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var status = await state.Status;
        var remedy = $"Test-OrgTrail -Trail {state.Trail.TrailARN} -Check OrganizationTrail, Logging";
        if (!state.Trail.IsOrganizationTrail) return Finding.Unknown($"The trail covers account {state.Arn.AccountId} only.", remedy);
        if (!status.IsLogging) return Finding.Unknown("Nothing is due: the trail does not log.", remedy);
        return CoverageReport.Of(state, status, await Coverage.LookAsync(state));
    }
}
