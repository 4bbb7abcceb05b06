using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class TrustedAccessCheck() : Check(
    "TrustedAccess",
    "CloudTrail has trusted access to the organization",
    "Without trusted access CloudTrail does not reach the member accounts: their copies of the trail vanish.")
{
    /// <inheritdoc/>
    public override AskedBefore AskedBefore => AskedBefore.AnyChange;

    /// <summary>What stands in the way while trusted access is off.</summary>
    public static Problem IsOff(Organization organization) => new(
        ProblemIds.TrustedAccessNotEnabled,
        ProblemKind.InvalidState,
        $"Trusted access for CloudTrail is off in organization {organization.Id}.",
        "Run Enable-OrgTrustedAccess in the management account.");

    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var organization = await state.Cloud.Organization;
        if (await state.Cloud.Trust is not null) return Finding.Pass($"Trusted access for CloudTrail is on in organization {organization.Id}.");

        var (off, enable) = (IsOff(organization), CommandText.For("Enable-OrgTrustedAccess", organization.ManagementAccountId, (await state.Cloud.Caller).AccountId));
        // Organizations user guide, "AWS CloudTrail and AWS Organizations": disabling turns organization trails into
        // account trails, and enabling again restores none of them.
        return state.Trail.IsOrganizationTrail
            ? Finding.Fail(off.What, enable) with { Blocks = [off] }
            : Finding.Fail(
                $"{off.What.TrimEnd('.')}, and trail {state.Trail.Name} is an account trail: that is what becomes of an organization trail when trusted access is disabled.",
                $"{enable}; Set-OrgTrail -Trail {state.Trail.TrailARN} -IsOrganizationTrail $true");
    }
}
