using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class ServiceLinkedRoleCheck() : Check(
    "ServiceLinkedRole",
    "The management account has CloudTrail's service-linked role",
    "CloudTrail reads the organization's accounts by the role AWSServiceRoleForCloudTrail; without it new accounts get no copy of the trail.")
{
    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var management = (await state.Cloud.Organization).ManagementAccountId;
        var caller = (await state.Cloud.Caller).AccountId;
        if (caller != management)
            return Finding.Unknown(
                $"The roles of the management account {management} cannot be seen from account {caller}.",
                CommandText.For($"Test-OrgTrail -Trail {state.Trail.TrailARN} -Check {Id}", management, caller));

        return await state.Cloud.HasServiceLinkedRole
            ? Finding.Pass($"The management account {management} has the role AWSServiceRoleForCloudTrail.")
            : Finding.Fail(
                $"The management account {management} does not have the role AWSServiceRoleForCloudTrail.",
                "aws iam create-service-linked-role --aws-service-name cloudtrail.amazonaws.com");
    }
}
