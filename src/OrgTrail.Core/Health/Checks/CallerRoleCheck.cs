using OrgTrail.Operations;

namespace OrgTrail.Health;

internal sealed class CallerRoleCheck() : Check(
    "CallerRole",
    "The credentials see the whole trail",
    "Only the management account and delegated administrators see the organization and its accounts; elsewhere much stays unknown.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var account = (await facts.Caller).AccountId;
        var management = (await facts.Organization).ManagementAccountId;
        return await facts.Role switch
        {
            CallerRole.Management => Finding.Pass($"The credentials belong to the management account {account}."),
            CallerRole.DelegatedAdministrator => Finding.Pass($"The credentials belong to account {account}, a delegated administrator for CloudTrail."),
            _ => Finding.Unknown(
                $"The credentials belong to account {account}, which is neither the management account {management} nor a delegated administrator for CloudTrail.",
                $"Test-OrgTrail -Trail {facts.Trail.TrailARN} -ProfileName <profile of account {management}>"),
        };
    }
}
