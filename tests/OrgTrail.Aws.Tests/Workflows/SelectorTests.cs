using OrgTrail.Operations;
using OrgTrail.Sandbox.Faults;
using OrgTrail.Testing;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>Selectors, insights and tags on the wire: what is sent, by whom, and what is not.</summary>
public sealed class SelectorTests : IDisposable
{
    private readonly OrganizationScene _scene = new();

    private static readonly EventSelectors Writes = new() { Basic = [new() { ReadWriteType = "WriteOnly" }] };
    private static readonly InsightSelectors CallRate = new() { Selectors = [new() { InsightType = "ApiCallRateInsight" }] };

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("acme", "GetTrail GetEventSelectors PutEventSelectors")]
    [InlineData(OrganizationScene.Arn, "GetTrail GetEventSelectors PutEventSelectors")]
    public async Task Selectors_are_read_and_then_written_once(string identity, string calls)
    {
        // Nothing is lost, so nobody asks for the insights.
        var wanted = new EventSelectors { Advanced = [.. EventSelectors.Default.Advanced, DataOf("arn:aws:s3:::ledger/")] };
        var session = await _scene.AsAsync(OrganizationScene.Management);

        var plan = await new SetEventSelectors(session, _scene.Time, _scene.Feedback).PlanAsync(new(identity), wanted, default);
        var set = await plan.ApplyAsync(default);

        Assert.Equal(calls, string.Join(' ', _scene.TakeCalls()));
        Assert.Equal(OrganizationScene.Arn, set.TrailARN);
        Assert.True((await new SetEventSelectors(session, _scene.Time, _scene.Feedback).PlanAsync(new(identity), wanted, default)).IsEmpty);
    }

    [Fact]
    public async Task Every_operator_and_member_survives_the_way_there_and_back()
    {
        var wanted = new EventSelectors
        {
            Advanced =
            [
                new()
                {
                    Name = "all of it",
                    FieldSelectors =
                    [
                        new() { Field = "eventCategory", Equals = ["Data"] },
                        new() { Field = "resources.type", Equals = ["AWS::S3::Object"] },
                        new() { Field = "eventName", Equals = ["a"], StartsWith = ["b"], EndsWith = ["c"], NotEquals = ["d"], NotStartsWith = ["e"], NotEndsWith = ["f", "g"] },
                    ],
                },
            ],
        };
        var session = await _scene.AsAsync(OrganizationScene.Management);

        await (await new SetEventSelectors(session, _scene.Time, _scene.Feedback).PlanAsync(new("acme"), wanted, default)).ApplyAsync(default);

        Assert.Equal(wanted.ToString(), (await GetSelectors.ReadEventsAsync(session, new("acme"), default)).ToString());
    }

    [Fact]
    public async Task Selectors_that_are_wrong_are_refused_before_the_first_call()
    {
        var session = await _scene.AsAsync(OrganizationScene.Management);

        await Assert.ThrowsAsync<OrgTrailException>(() => new SetEventSelectors(session, _scene.Time, _scene.Feedback).PlanAsync(new("acme"), new(), default));

        Assert.Empty(_scene.TakeCalls());
    }

    [Fact]
    public async Task A_trail_that_somebody_else_changes_is_waited_for()
    {
        using var aws = ScriptedAws.WithOrganization();
        aws.KeepTrails().AddTrail("""{"Name":"acme","S3BucketName":"acme-audit"}""");
        aws.On("CloudTrail", "GetEventSelectors").Answers("""{"TrailARN":"x","EventSelectors":[{"ReadWriteType":"All"}]}""");
        aws.On("CloudTrail", "GetInsightSelectors").Fails("InsightNotEnabledException", "off");
        aws.On("CloudTrail", "PutEventSelectors").FailsOnce("ConflictException", "Being changed.").Answers("""{"TrailARN":"x"}""");
        var session = await _scene.AsAsync(OrganizationScene.Management, endpoint: aws.Endpoint);

        await (await new SetEventSelectors(session, _scene.Time, _scene.Feedback).PlanAsync(new("acme"), Writes, default)).ApplyAsync(default);

        Assert.Equal([TimeSpan.FromSeconds(2)], _scene.Time.Waits);
        Assert.Contains("Setting the event selectors of trail acme: Waiting for AWS to catch up (Conflict)", _scene.Feedback.Waits);
    }

    [Fact]
    public async Task Insights_that_cannot_be_seen_are_no_obstacle_to_event_selectors()
    {
        _scene.Sandbox.Faults.Add(new() { Kind = FaultKind.AccessDenied, Operation = "GetInsightSelectors" });
        var session = await _scene.AsAsync(OrganizationScene.Management);

        await (await new SetEventSelectors(session, _scene.Time, _scene.Feedback).PlanAsync(new("acme"), Writes, default)).ApplyAsync(default);

        Assert.Equal(["Trail acme will no longer record read management events."], _scene.Feedback.Warnings);
        Assert.Contains(_scene.Feedback.Details, detail => detail.StartsWith("The insight selectors cannot be seen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Insights_of_data_events_that_are_given_up_are_told()
    {
        var session = await _scene.AsAsync(OrganizationScene.Management);
        var setting = new SetEventSelectors(session, _scene.Time, _scene.Feedback);
        var objects = EventSelectorReader.Read(["""{"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::acme-ledger/"]}]}"""], []);
        var insights = InsightSelectorReader.Read(["""{"InsightType":"ApiErrorRateInsight","EventCategories":["Data"]}"""]);
        await (await setting.PlanAsync(new("acme"), objects, default)).ApplyAsync(default);
        await (await new SetInsightSelectors(session, _scene.Time, _scene.Feedback).PlanAsync(new("acme"), insights, default)).ApplyAsync(default);

        await setting.PlanAsync(new("acme"), EventSelectors.Default, default);

        Assert.Equal(
            [
                "Trail acme will no longer record data events.",
                "Trail acme will find no insights of a sort that is on: ApiErrorRateInsight of Data events needs a trail that records data events.",
            ],
            _scene.Feedback.Warnings);
    }

    [Fact]
    public async Task Insights_are_off_at_first_go_on_and_go_off_again()
    {
        var session = await _scene.AsAsync(OrganizationScene.Management);
        var setting = new SetInsightSelectors(session, _scene.Time, _scene.Feedback);

        Assert.Empty((await GetSelectors.ReadInsightsAsync(session, new("acme"), default)).Selectors);
        await (await setting.PlanAsync(new("acme"), CallRate, default)).ApplyAsync(default);
        Assert.True((await setting.PlanAsync(new("acme"), CallRate, default)).IsEmpty);
        await (await setting.PlanAsync(new("acme"), new(), default)).ApplyAsync(default);

        Assert.Empty((await GetSelectors.ReadInsightsAsync(session, new("acme"), default)).Selectors);
    }

    [Fact]
    public async Task A_delegated_administrator_sets_selectors_and_insights_by_the_ARN()
    {
        _scene.Delegate(_scene.Member);
        var session = await _scene.AsAsync(_scene.Member, "eu-west-1");
        var trail = new TrailIdentity(OrganizationScene.Arn);

        await (await new SetEventSelectors(session, _scene.Time, _scene.Feedback).PlanAsync(trail, Writes, default)).ApplyAsync(default);
        await (await new SetInsightSelectors(session, _scene.Time, _scene.Feedback).PlanAsync(trail, CallRate, default)).ApplyAsync(default);

        var seen = _scene.Sandbox.State.CloudTrail.Trails[0];
        Assert.Equal("WriteOnly", seen.EventSelectors![0]!["ReadWriteType"]!.GetValue<string>());
        Assert.Single(seen.InsightSelectors!);
    }

    [Fact]
    public async Task A_member_sees_selectors_and_changes_none()
    {
        var session = await _scene.AsAsync(_scene.Member);

        Assert.Single((await GetSelectors.ReadEventsAsync(session, new(OrganizationScene.Arn), default)).Advanced);
        var plan = await new SetEventSelectors(session, _scene.Time, _scene.Feedback).PlanAsync(new(OrganizationScene.Arn), Writes, default);
        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => plan.ApplyAsync(default));

        Assert.Equal("NotOrganizationManagementAccount", refusal.Problem.Id);
    }

    private static AdvancedEventSelector DataOf(string arn) => new()
    {
        Name = "data",
        FieldSelectors = [new() { Field = "eventCategory", Equals = ["Data"] }, new() { Field = "resources.type", Equals = ["AWS::S3::Object"] }, new() { Field = "resources.ARN", StartsWith = [arn] }],
    };
}
