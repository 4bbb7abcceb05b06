using OrgTrail.Operations;
using OrgTrail.Sandbox.Faults;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>Removing trails, and what the organization has of CloudTrail, on the wire: in which order, and what a cut leaves behind.</summary>
public sealed class RemovalTests : IDisposable
{
    private static readonly string[] Writes = ["StopLogging", "DeleteTrail", "DeregisterOrganizationDelegatedAdmin", "DisableAWSServiceAccess"];

    private readonly OrganizationScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task All_goes_in_the_order_in_which_nothing_is_left_dangling()
    {
        _scene.Delegate(_scene.Member, _scene.Organization.Accounts[2].Id);

        var plan = await PlanAsync();
        Assert.DoesNotContain(_scene.TakeCalls(), Writes.Contains);
        var done = await plan.ApplyAsync(default);

        Assert.Equal(["StopLogging", "DeleteTrail", "DeregisterOrganizationDelegatedAdmin", "DeregisterOrganizationDelegatedAdmin", "DisableAWSServiceAccess"], _scene.TakeCalls());
        Assert.Equal(
            ["stop logging of trail acme", "delete trail acme", "unregister delegated administrator 222222222222", "unregister delegated administrator 333333333333", "disable trusted access"],
            done);
        Assert.True((await PlanAsync()).IsEmpty);
    }

    [Fact]
    public async Task A_trail_alone_is_deleted_with_one_write()
    {
        var session = await _scene.AsAsync(OrganizationScene.Management);

        await (await new RemoveTrail(session, _scene.Time, _scene.Feedback).PlanAsync(new([new(OrganizationScene.Arn)]), default)).ApplyAsync(default);

        Assert.Equal(["GetTrail", "DeleteTrail"], _scene.TakeCalls());
    }

    [Fact]
    public async Task Wherever_it_is_cut_the_next_run_goes_on_from_there()
    {
        foreach (var operation in Writes)
            foreach (var kind in (FaultKind[])[FaultKind.AccessDenied, FaultKind.LostAnswer])
            {
                using var scene = new OrganizationScene();
                scene.Delegate(scene.Member);
                scene.Sandbox.Faults.Add(new() { Kind = kind, Operation = operation, Times = kind == FaultKind.AccessDenied ? null : 1 });

                var first = await Record.ExceptionAsync(() => RunAsync(scene));
                scene.Sandbox.Faults.Clear();
                await RunAsync(scene);

                if (kind == FaultKind.AccessDenied) Assert.Contains("goes on from there", Assert.IsType<OrgTrailException>(first).Problem.Advice, StringComparison.Ordinal);
                Assert.Empty(scene.Sandbox.State.CloudTrail.Trails);
                Assert.Empty(scene.Organization.TrustedServices);
                Assert.Empty(scene.Organization.DelegatedAdministrators[TrustedAccess.CloudTrail]);
            }
    }

    [Fact]
    public async Task A_trail_that_somebody_else_removes_in_between_does_no_harm()
    {
        var plan = await PlanAsync();
        _scene.Sandbox.State.CloudTrail.Trails.Clear();

        await plan.ApplyAsync(default);

        Assert.Equal(2, _scene.Feedback.Details.Count(detail => detail == "Trail acme is gone already."));
        Assert.Empty(_scene.Organization.TrustedServices);
    }

    [Fact]
    public async Task An_account_trail_that_is_left_is_no_obstacle()
    {
        _scene.Sandbox.State.CloudTrail.Trails.Add(new() { Name = "mine", OwnerAccountId = OrganizationScene.Management, HomeRegion = "eu-west-1", S3BucketName = "acme-audit" });

        await (await PlanAsync()).ApplyAsync(default);

        Assert.Equal("mine", Assert.Single(_scene.Sandbox.State.CloudTrail.Trails).Name);
    }

    private static async Task RunAsync(OrganizationScene scene) => await (await PlanAsync(scene)).ApplyAsync(default);

    private Task<Plan<IReadOnlyList<string>>> PlanAsync() => PlanAsync(_scene);

    private static async Task<Plan<IReadOnlyList<string>>> PlanAsync(OrganizationScene scene) =>
        await new RemoveTrail(await scene.AsAsync(OrganizationScene.Management), scene.Time, scene.Feedback)
            .PlanAsync(new([new("acme")]) { IncludeTrustedAccess = true, IncludeDelegatedAdmin = true }, default);
}
