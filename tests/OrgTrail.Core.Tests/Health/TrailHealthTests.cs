using OrgTrail.Connection;
using OrgTrail.Health;

namespace OrgTrail.Core.Tests.Health;

public sealed class TrailHealthTests
{
    private readonly HealthScene _scene = new();

    [Fact]
    public async Task A_healthy_trail_passes_every_check()
    {
        var results = await _scene.EvaluateAsync();

        Assert.Equal(CheckSelection.All.Ids, results.Keys);
        Assert.All(results.Values, result => Assert.Equal($"Pass {result.CheckId}: {result.Observed}", result.ToString()));
        Assert.All(results.Values, result => Assert.Empty(result.Remedy));
    }

    [Fact]
    public async Task Each_call_is_made_once_for_all_checks()
    {
        await _scene.EvaluateAsync();

        string[] perItem = ["ICloud.Region", "IBuckets.FindAsync", "IBucketObjects.FindKeyAsync", "IBucketObjects.ListFoldersAsync"];
        Assert.All(_scene.Script.Calls.Except(perItem), call => Assert.Single(_scene.Script.Calls, call));
    }

    [Theory]
    [InlineData("Logging", "ITrails.GetStatusAsync")]
    [InlineData("Versioning", "IBucketSettings.GetVersioningAsync")]
    [InlineData("MultiRegion", "")]
    public async Task Only_what_the_chosen_checks_need_is_read(string check, string calls)
    {
        await _scene.EvaluateAsync(check);

        Assert.Equal(calls, string.Join(' ', _scene.Script.Calls));
    }

    [Fact]
    public async Task One_failure_never_stops_the_other_checks()
    {
        _scene.Script.Refuse("ITrails.GetStatusAsync", "Throttled", ProblemKind.Throttled);

        var results = await _scene.EvaluateAsync();

        Assert.Equal(
            ["CloudWatchLogs", "Coverage", "DigestDelivery", "DigestFreshness", "LogDelivery", "LogFreshness", "Logging", "Notifications"],
            results.Values.Where(result => result.Verdict == CheckVerdict.Unknown).Select(result => result.CheckId).Order(StringComparer.Ordinal));
        Assert.Equal("Do better.", results["Logging"].Remedy);
    }

    [Fact]
    public async Task Whoever_stops_listening_cancels_what_is_under_way()
    {
        CancellationToken seen = default;
        _scene.Script.On("IRoles.ExistsAsync", call =>
        {
            seen = (CancellationToken)call[1]!;
            return true;
        });

        await foreach (var _ in TrailHealth.RunAsync(
            new CloudSession(new(), _scene.Script.Cloud), _scene.Trail, CheckSelection.Of(["ServiceLinkedRole", "Logging"], []), TimeProvider.System, _scene.Feedback, default))
            break;

        Assert.True(seen.IsCancellationRequested);
    }

    [Fact]
    public void Every_check_says_what_it_asks_and_why()
    {
        Assert.Equal(CheckSelection.All.Ids.Count, CheckSelection.All.Ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(HealthChecks.All, check =>
        {
            Assert.Matches("^[A-Z][A-Za-z]+$", check.Id);
            Assert.Equal($"{check.Id}Check", check.GetType().Name);
            Assert.False(check.Title.EndsWith('.'));
            Assert.EndsWith(".", check.Reason, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_check_there_is_gets_made() => Assert.Equal(
        typeof(Check).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Check)) && !type.IsAbstract).Select(type => type.Name).Order(),
        HealthChecks.All.Select(check => check.GetType().Name).Order());
}
