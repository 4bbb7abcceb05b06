using OrgTrail.Operations;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>Delegated administrators on the wire: what is asked, what is sent, and what somebody else does in between.</summary>
public sealed class DelegationTests : IDisposable
{
    private readonly OrganizationScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task An_account_is_registered_by_CloudTrail_in_the_Region_of_the_connection()
    {
        var session = await _scene.AsAsync(OrganizationScene.Management, "eu-west-1");

        var administrator = await (await new RegisterDelegatedAdministrator(session, _scene.Time, _scene.Feedback).PlanAsync(_scene.Member, default)).ApplyAsync(default);

        Assert.Equal(_scene.Member, administrator.AccountId);
        Assert.NotNull(administrator.Name);
        Assert.Equal(
            ["DescribeAccount", "DescribeOrganization", "GetCallerIdentity", "ListAWSServiceAccessForOrganization", "ListDelegatedAdministrators", "ListDelegatedAdministrators", "RegisterOrganizationDelegatedAdmin"],
            _scene.TakeCalls().Order());
    }

    [Fact]
    public async Task One_that_is_registered_costs_no_question_about_the_account()
    {
        _scene.Delegate(_scene.Member);
        var session = await _scene.AsAsync(OrganizationScene.Management);

        Assert.True((await new RegisterDelegatedAdministrator(session, _scene.Time, _scene.Feedback).PlanAsync(_scene.Member, default)).IsEmpty);

        Assert.Equal(["DescribeOrganization", "GetCallerIdentity", "ListDelegatedAdministrators"], _scene.TakeCalls().Order());
    }

    [Fact]
    public async Task Whoever_registers_or_unregisters_in_the_meantime_does_no_harm()
    {
        var session = await _scene.AsAsync(OrganizationScene.Management);
        var registering = await new RegisterDelegatedAdministrator(session, _scene.Time, _scene.Feedback).PlanAsync(_scene.Member, default);
        _scene.Delegate(_scene.Member);
        Assert.Equal(_scene.Member, (await registering.ApplyAsync(default)).AccountId);

        var unregistering = await new UnregisterDelegatedAdministrator(session, _scene.Time, _scene.Feedback).PlanAsync(_scene.Member, default);
        _scene.Delegate();
        await unregistering.ApplyAsync(default);

        Assert.Equal(2, _scene.Feedback.Details.Count(detail => detail.Contains("in the meantime", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task All_that_stands_against_an_account_is_told_at_once()
    {
        _scene.Delegate([.. _scene.Organization.Accounts.Skip(2).Select(account => account.Id)]);
        _scene.Organization.TrustedServices.Clear();
        _scene.Organization.Accounts[1].State = "SUSPENDED";
        var session = await _scene.AsAsync(OrganizationScene.Management);

        var problem = (await Assert.ThrowsAsync<OrgTrailException>(() =>
            new RegisterDelegatedAdministrator(session, _scene.Time, _scene.Feedback).PlanAsync(_scene.Member, default))).Problem;

        Assert.Equal("TrustedAccessNotEnabled", problem.Id);
        Assert.Contains("is SUSPENDED", problem.What, StringComparison.Ordinal);
        Assert.Contains("has 3 delegated administrators", problem.What, StringComparison.Ordinal);
        Assert.DoesNotContain("RegisterOrganizationDelegatedAdmin", _scene.TakeCalls());
    }

    [Fact]
    public async Task A_member_account_is_refused_without_a_question_that_AWS_would_refuse()
    {
        var session = await _scene.AsAsync(_scene.Member);

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() =>
            new RegisterDelegatedAdministrator(session, _scene.Time, _scene.Feedback).PlanAsync(_scene.Member, default));

        Assert.Equal("NotOrganizationManagementAccount", refusal.Problem.Id);
        Assert.Equal(["DescribeOrganization", "GetCallerIdentity"], _scene.TakeCalls().Order());
    }

    [Fact]
    public async Task An_organization_that_somebody_else_changes_is_waited_for()
    {
        using var aws = ScriptedAws.WithOrganization();
        aws.On("Organizations", "DescribeAccount").Answers("""{"Account":{"Id":"222222222222","State":"ACTIVE"}}""");
        aws.On("CloudTrail", "RegisterOrganizationDelegatedAdmin").FailsOnce("ConflictException", "Being changed.").Answers("{}");
        var session = await _scene.AsAsync(OrganizationScene.Management, endpoint: aws.Endpoint);

        var administrator = await (await new RegisterDelegatedAdministrator(session, _scene.Time, _scene.Feedback).PlanAsync("222222222222", default)).ApplyAsync(default);

        // Not listed yet: what is known is emitted.
        Assert.Equal("222222222222", administrator.AccountId);
        Assert.Single(_scene.Time.Waits);
        Assert.Empty(aws.Unexpected);
    }

    [Theory]
    [InlineData(OrganizationScene.Arn, false)]
    [InlineData("arn:aws:cloudtrail:us-east-1:111111111111:trail/mine", true)]
    public async Task A_delegated_administrator_converts_no_trail_and_is_told_before_anything_is_sent(string arn, bool isOrganizationTrail)
    {
        _scene.Sandbox.State.CloudTrail.Trails.Add(new() { Name = "mine", OwnerAccountId = _scene.Member, HomeRegion = "us-east-1", S3BucketName = "acme-audit" });
        _scene.Delegate(_scene.Member);
        var session = await _scene.AsAsync(_scene.Member);

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => new UpdateTrail(session, _scene.Time, _scene.Feedback).PlanAsync(
            new(arn.Replace("111111111111:trail/mine", _scene.Member + ":trail/mine", StringComparison.Ordinal)), new() { IsOrganizationTrail = isOrganizationTrail }, skipPrerequisiteCheck: false, default));

        Assert.Equal("NotOrganizationManagementAccount", refusal.Problem.Id);
        Assert.Contains(OrganizationScene.Management, refusal.Problem.What, StringComparison.Ordinal);
        Assert.DoesNotContain("UpdateTrail", _scene.TakeCalls());
    }
}
