namespace OrgTrail.Core.Tests.Health;

public sealed class HealthSummaryTests
{
    private readonly HealthScene _scene = new();

    [Fact]
    public async Task A_healthy_trail_is_one_short_line()
    {
        var summary = await SumUpAsync();

        Assert.True(summary.Healthy);
        Assert.Equal($"acme: {summary.Passed} passed", summary.ToString());
        Assert.Equal(HealthScene.Arn, summary.TrailARN);
    }

    [Fact]
    public async Task Failures_warnings_and_unknowns_are_counted_and_named()
    {
        _scene.BucketPolicy = null;
        _scene.Tags.Clear();
        _scene.Script.Refuse("IKeys.IsRotatedAsync");

        var summary = await SumUpAsync();

        Assert.False(summary.Healthy);
        Assert.Equal((1, 2, 1), (summary.Failed, summary.Warnings, summary.Unknown));
        Assert.Equal($"acme: {summary.Passed} passed, 1 failed (BucketPolicy), 2 warnings (TlsOnly, Tags), 1 unknown (KeyRotation)", summary.ToString());
    }

    [Fact]
    public async Task What_cannot_be_seen_is_not_called_healthy()
    {
        _scene.Script.Refuse("ITrails.GetStatusAsync");

        var summary = await SumUpAsync();

        Assert.Equal(0, summary.Failed);
        Assert.False(summary.Healthy);
    }

    private async Task<HealthSummary> SumUpAsync() => HealthSummary.Of(_scene.Trail, [.. (await _scene.EvaluateAsync()).Values]);
}
