namespace OrgTrail.Health;

internal sealed class TrustedAccessCheck() : Check(
    "TrustedAccess",
    "CloudTrail has trusted access to the organization",
    "Without trusted access CloudTrail does not reach the member accounts: their copies of the trail vanish.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var organization = await facts.Organization;
        if (await facts.IsTrusted) return Finding.Pass($"Trusted access for CloudTrail is on in organization {organization.Id}.");

        // Organizations user guide, "AWS CloudTrail and AWS Organizations": disabling turns organization trails into
        // account trails, and enabling again restores none of them.
        var off = $"Trusted access for CloudTrail is off in organization {organization.Id}";
        return facts.Trail.IsOrganizationTrail
            ? Finding.Fail($"{off}.", "Enable-OrgTrustedAccess")
            : Finding.Fail(
                $"{off}, and trail {facts.Trail.Name} is an account trail: that is what becomes of an organization trail when trusted access is disabled.",
                $"Enable-OrgTrustedAccess; Set-OrgTrail -Trail {facts.Trail.TrailARN} -IsOrganizationTrail $true");
    }
}
