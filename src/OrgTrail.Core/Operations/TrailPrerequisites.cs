using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>
/// What must be so before CloudTrail takes an organization trail, looked at all at once, so that the user reads what is
/// missing and what mends it instead of the first refusal (CloudTrail user guide, "Prepare for creating a trail for
/// your organization").
/// </summary>
internal static class TrailPrerequisites
{
    /// <summary>Refuses an organization that only shares its bill.</summary>
    public static void RequireAllFeatures(Organization organization)
    {
        if (!organization.HasAllFeatures) throw new OrgTrailException(NotAllFeatures(organization));
    }

    private static Problem NotAllFeatures(Organization organization) => new(
        ProblemIds.OrganizationNotInAllFeaturesMode,
        ProblemKind.InvalidState,
        $"Organization {organization.Id} has the feature set {organization.FeatureSet}; organization trails need all features.",
        "Run Enable-OrgAllFeatures in the management account. It cannot be taken back.");
}
