using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class AllFeaturesCheck() : Check(
    "AllFeatures",
    "The organization has all features",
    "An organization that only shares its bill can have no organization trail.")
{
    /// <inheritdoc/>
    public override AskedBefore AskedBefore => AskedBefore.AnyChange;

    /// <summary>What stands in the way of organization trails; none when the organization has all features.</summary>
    public static IEnumerable<Problem> Problems(Organization organization) => organization.HasAllFeatures ? [] :
    [
        new(
            ProblemIds.OrganizationNotInAllFeaturesMode,
            ProblemKind.InvalidState,
            $"Organization {organization.Id} has the feature set {organization.FeatureSet}; organization trails need all features.",
            "Run Enable-OrgAllFeatures in the management account. It cannot be taken back."),
    ];

    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var organization = await state.Cloud.Organization;
        return Problems(organization).FirstOrDefault() is not { } problem
            ? Finding.Pass($"Organization {organization.Id} has all features.")
            : Finding.Fail(problem.What, CommandText.For("Enable-OrgAllFeatures", organization.ManagementAccountId, (await state.Cloud.Caller).AccountId)) with { Blocks = [problem] };
    }
}
