using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class CallerRoleCheck() : Check(
    "CallerRole",
    "The credentials see the whole trail",
    "Only the management account and delegated administrators see the organization and its accounts; elsewhere much stays unknown.")
{
    /// <inheritdoc/>
    public override AskedBefore AskedBefore => AskedBefore.AnyChange;

    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var account = (await state.Cloud.Caller).AccountId;
        return await state.Cloud.Role switch
        {
            CallerRole.Management => Finding.Pass($"The credentials belong to the management account {account}."),
            CallerRole.DelegatedAdministrator => Finding.Pass($"The credentials belong to account {account}, a delegated administrator for CloudTrail."),
            _ => OfMember(account, await state.Cloud.Organization, state.Trail),
        };
    }

    private static Finding OfMember(string account, Organization organization, Trail trail)
    {
        var observed = $"The credentials belong to account {account}, which is neither the management account {organization.ManagementAccountId} of organization {organization.Id} nor a delegated administrator for CloudTrail.";
        return Finding.Unknown(observed, CommandText.For($"Test-OrgTrail -Trail {trail.TrailARN}", organization.ManagementAccountId, account)) with
        {
            Blocks = [new(ProblemIds.NotOrganizationManagementAccount, ProblemKind.PermissionDenied, observed, "Use credentials of the management account, for example -ProfileName management.")],
        };
    }
}
