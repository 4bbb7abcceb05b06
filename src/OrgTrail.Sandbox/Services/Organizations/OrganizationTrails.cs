using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>What becomes of organization trails when CloudTrail loses the organization.</summary>
internal static class OrganizationTrails
{
    /// <summary>
    /// Members lose their copies, the management account keeps the trails as its own; nothing turns them back
    /// (AWS Organizations user guide, AWS CloudTrail and AWS Organizations, Disabling trusted access).
    /// </summary>
    public static void TurnIntoAccountTrails(SandboxState state)
    {
        foreach (var trail in state.CloudTrail.Trails) trail.IsOrganizationTrail = false;
    }
}
