namespace OrgTrail.Health;

internal sealed class AllFeaturesCheck() : Check(
    "AllFeatures",
    "The organization has all features",
    "An organization that only shares its bill can have no organization trail.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var organization = await facts.Organization;
        return organization.HasAllFeatures
            ? Finding.Pass($"Organization {organization.Id} has all features.")
            : Finding.Fail($"Organization {organization.Id} has the feature set {organization.FeatureSet}.", "Enable-OrgAllFeatures");
    }
}
