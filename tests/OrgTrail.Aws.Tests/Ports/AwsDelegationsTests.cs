using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class AwsDelegationsTests : ConnectionTest
{
    [Fact]
    public async Task Both_calls_name_the_account_each_in_its_own_member()
    {
        Aws.On("CloudTrail", "RegisterOrganizationDelegatedAdmin").Answers("{}");
        Aws.On("CloudTrail", "DeregisterOrganizationDelegatedAdmin").Answers("");
        using var cloud = await ConnectAsync(ByHand);
        var delegations = cloud.TrailsIn("us-east-1").Delegations;

        await delegations.RegisterAsync("222222222222", default);
        await delegations.DeregisterAsync("222222222222", default);

        Assert.Equal(["""{"MemberAccountId":"222222222222"}""", """{"DelegatedAdminAccountId":"222222222222"}"""], Aws.Calls.Select(call => call.Text));
    }

    [Theory]
    [InlineData("AccountRegisteredException", "DelegatedAdministratorAlreadyRegistered", ProblemKind.AlreadyExists)]
    [InlineData("AccountNotFoundException", "AccountNotFound", ProblemKind.NotFound)]
    [InlineData("CannotDelegateManagementAccountException", "CannotDelegateManagementAccount", ProblemKind.InvalidInput)]
    [InlineData("DelegatedAdminAccountLimitExceededException", "TooManyDelegatedAdministrators", ProblemKind.LimitExceeded)]
    [InlineData("NotOrganizationManagementAccountException", "NotOrganizationManagementAccount", ProblemKind.PermissionDenied)]
    [InlineData("InsufficientIAMAccessPermissionException", "InsufficientIamPermission", ProblemKind.PermissionDenied)]
    public async Task A_refusal_is_told_in_the_words_of_the_table(string code, string id, ProblemKind kind)
    {
        Aws.On("CloudTrail", "RegisterOrganizationDelegatedAdmin").Fails(code, "CloudTrail says no.");
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.TrailsIn("us-east-1").Delegations.RegisterAsync("222222222222", default));

        Assert.Equal((id, kind, code), (exception.Problem.Id, exception.Problem.Kind, exception.Problem.ErrorCode));
    }

    [Fact]
    public async Task Who_is_none_cannot_be_deregistered()
    {
        Aws.On("CloudTrail", "DeregisterOrganizationDelegatedAdmin").Fails("AccountNotRegisteredException", "CloudTrail says no.");
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.TrailsIn("us-east-1").Delegations.DeregisterAsync("222222222222", default));

        Assert.Equal("DelegatedAdministratorNotRegistered", exception.Problem.Id);
    }
}
