using OrgTrail.Aws.Tests.Support;
using OrgTrail.Aws.Tests.Workflows;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Tests.Pacing;

/// <summary>That the ports keep the pace, seen by what arrives at AWS.</summary>
public sealed class PacedPortsTests : ConnectionTest
{
    private readonly PacedTime _time = new();

    [Fact]
    public async Task A_call_beyond_the_budget_is_sent_when_its_time_has_come()
    {
        using var cloud = await ConnectAsync();
        await cloud.Organizations.DescribeAsync(default);
        await cloud.Organizations.DescribeAsync(default);

        var third = cloud.Organizations.DescribeAsync(default);

        Assert.False(third.IsCompleted);
        Assert.Equal(2, Aws.Calls.Count);
        _time.Advance(TimeSpan.FromSeconds(1));
        await third;
        Assert.Equal(3, Aws.Calls.Count);
    }

    [Fact]
    public async Task A_Region_has_one_budget_however_often_it_is_asked_for()
    {
        Aws.On("CloudTrail", "StopLogging").Answers("");
        using var cloud = await ConnectAsync();
        await cloud.TrailsIn("eu-west-1").StopLoggingAsync("acme", default);
        await cloud.TrailsIn("eu-west-2").StopLoggingAsync("acme", default);

        var again = cloud.TrailsIn("eu-west-1").StopLoggingAsync("acme", default);

        Assert.Equal([TimeSpan.FromSeconds(1)], _time.Waits);
        _time.Advance(TimeSpan.FromSeconds(1));
        await again;
    }

    [Fact]
    public async Task Who_gives_up_waiting_sends_nothing()
    {
        using var cloud = await ConnectAsync();
        await cloud.Organizations.DescribeAsync(default);
        await cloud.Organizations.DescribeAsync(default);
        using var cancellation = new CancellationTokenSource();
        var third = cloud.Organizations.DescribeAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.Equal(2, Aws.Calls.Count);
    }

    [Fact]
    public async Task An_attempt_that_the_SDK_makes_again_keeps_the_pace_like_the_first()
    {
        Env["AWS_MAX_ATTEMPTS"] = "2";
        var time = new ManualTime();
        Aws.On("CloudTrail", "StopLogging").FailsOnce("InternalFailure", "Try again.", status: 500).Answers("");
        using var cloud = await new AwsCloudProvider { Time = time }.ConnectAsync(ByHand, Feedback, default);

        await cloud.TrailsIn("eu-west-1").StopLoggingAsync("acme", default);

        Assert.Equal(2, Aws.CallsOf("CloudTrail", "StopLogging").Count);
        Assert.Equal([TimeSpan.FromSeconds(1)], time.Waits);
    }

    private Task<ICloud> ConnectAsync() => new AwsCloudProvider { Time = _time }.ConnectAsync(ByHand, Feedback, default);
}
