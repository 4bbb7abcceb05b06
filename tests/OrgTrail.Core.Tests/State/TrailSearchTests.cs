using OrgTrail.Connection;
using OrgTrail.Core.Tests.Health;
using OrgTrail.State;

namespace OrgTrail.Core.Tests.State;

public sealed class TrailSearchTests
{
    private readonly HealthScene _scene = new();

    [Fact]
    public async Task Without_trails_no_Region_is_asked_for_any()
    {
        _scene.Trails.Clear();

        Assert.Empty((await ReadAsync()).Visible);
        Assert.Equal(["ITrails.ListAsync"], _scene.Script.Calls);
    }

    [Fact]
    public async Task Each_Region_whose_trails_the_first_one_does_not_show_is_asked_once()
    {
        _scene.Trails.Add(HealthScene.NewTrail("far", "eu-west-1"));
        _scene.Trails.Add(HealthScene.NewTrail("other", "eu-west-1"));
        var calls = 0;
        _scene.Script.On("ITrails.DescribeAsync", _ => _scene.Trails.Where(trail => ++calls > 3 || trail.HomeRegion == "us-east-1").ToArray());

        var trails = await ReadAsync();

        Assert.Equal(["acme", "far", "other"], trails.Visible.Select(trail => trail.Name));
        Assert.Empty(trails.Hidden);
        Assert.Equal(2, _scene.Script.Calls.Count(call => call == "ITrails.DescribeAsync"));
    }

    [Fact]
    public async Task What_is_listed_and_not_shown_is_hidden_and_not_gone()
    {
        _scene.Script.Refuse("ITrails.DescribeAsync");

        var trails = await ReadAsync();

        Assert.Equal("acme", Assert.Single(trails.Hidden).Name);
        Assert.Equal("AccessDenied", Assert.Throws<OrgTrailException>(() => trails.RequireComplete()).Problem.Id);
        Assert.Same(trails, trails.RequireNoFailure());
    }

    [Fact]
    public async Task A_Region_that_fails_is_told_from_one_that_may_not_be_seen()
    {
        _scene.Script.Refuse("ITrails.DescribeAsync", "Throttled", ProblemKind.Throttled);

        Assert.Equal("Throttled", Assert.Throws<OrgTrailException>((await ReadAsync()).RequireNoFailure).Problem.Id);
    }

    private Task<TrailList> ReadAsync() => new TrailSearch(new CloudSession(new(), _scene.Script.Cloud), "us-east-1").ReadAsync(default);
}
