namespace OrgTrail.Health;

internal sealed class CoverageCheck() : Check(
    "Coverage",
    "Every account delivers from every Region",
    "CloudTrail makes an organization's trail in each account by itself, and tells nobody when that fails: only the bucket shows it.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var status = await facts.Status;
        var remedy = $"Test-OrgTrail -Trail {facts.Trail.TrailARN} -Check OrganizationTrail, Logging";
        if (!facts.Trail.IsOrganizationTrail) return Finding.Unknown($"The trail covers account {facts.Arn.AccountId} only.", remedy);
        if (!status.IsLogging) return Finding.Unknown("Nothing is due: the trail does not log.", remedy);
        return CoverageReport.Of(facts, status, await Coverage.LookAsync(facts));
    }
}
