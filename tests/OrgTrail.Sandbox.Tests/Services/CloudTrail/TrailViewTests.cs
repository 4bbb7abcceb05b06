using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Tests.Services.CloudTrail;

public sealed class TrailViewTests : IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_multi_Region_trail_has_shadows_in_the_other_Regions()
    {
        _scene.CreateAccountTrail("everywhere", multiRegion: true);
        _scene.CreateAccountTrail("here");

        Assert.Equal(["everywhere", "here"], Described(new { }));
        Assert.Equal(["everywhere"], Described(new { }, region: "eu-west-1"));
        Assert.Empty(Described(new { includeShadowTrails = false }, region: "eu-west-1"));
        Assert.Equal("us-east-1", (string?)_scene.Call("DescribeTrails", new { }, region: "eu-west-1")["trailList"]![0]!["HomeRegion"]);
    }

    [Fact]
    public void Without_shadows_a_member_does_not_see_organization_trails()
    {
        _scene.CreateOrganizationTrail();

        Assert.Equal(["acme"], Described(new { }, Scene.Member));
        Assert.Empty(Described(new { includeShadowTrails = false }, Scene.Member));
        Assert.Empty(Described(new { trailNameList = (string[])["acme"] }, Scene.Member));
        Assert.Equal(["acme"], Described(new { trailNameList = (string[])[TrailPolicies.TrailArn] }, Scene.Member));
    }

    [Fact]
    public void Names_in_the_list_mean_trails_of_the_Region_and_unknown_ones_are_left_out()
    {
        _scene.CreateAccountTrail("here");
        Assert.Equal(["here"], Described(new { trailNameList = (string[])["here", "nowhere", "here"] }));
        Assert.Empty(Described(new { trailNameList = (string[])["here"] }, region: "eu-west-1"));
        Assert.Equal("InvalidTrailNameException", _scene.Refusal("DescribeTrails", new { trailNameList = (string[])["a--b"] }));
    }

    [Fact]
    public void Changes_are_made_in_the_home_Region_only()
    {
        var arn = (string)_scene.CreateAccountTrail("everywhere", multiRegion: true)["TrailARN"]!;
        _scene.CreateAccountTrail("here");

        Assert.Equal("InvalidHomeRegionException", _scene.Refusal("StartLogging", new { Name = arn }, region: "eu-west-1"));
        Assert.Equal("InvalidHomeRegionException", _scene.Refusal("StartLogging", new { Name = "everywhere" }, region: "eu-west-1"));
        Assert.Equal("TrailNotFoundException", _scene.Refusal("StartLogging", new { Name = "here" }, region: "eu-west-1"));
        Assert.Equal("InvalidHomeRegionException", _scene.Refusal("AddTags", new { ResourceId = arn, TagsList = Array.Empty<object>() }, region: "eu-west-1"));
        Assert.Equal("InvalidHomeRegionException", _scene.Refusal("DeleteTrail", new { Name = arn }, region: "eu-west-1"));
        Assert.Equal("everywhere", (string?)_scene.Call("GetTrail", new { Name = arn }, region: "eu-west-1")["Trail"]!["Name"]);
    }

    [Theory]
    [InlineData("arn:aws:cloudtrail:us-east-1:111111111111:trail/none", "TrailNotFoundException")]
    [InlineData("arn:aws:cloudtrail:us-east-1:999999999999:trail/none", "CloudTrailARNInvalidException")]
    [InlineData("arn:aws:cloudtrail:us-east-1:111111111111:none", "CloudTrailARNInvalidException")]
    [InlineData("arn:aws:s3:::none", "CloudTrailARNInvalidException")]
    [InlineData("none", "TrailNotFoundException")]
    [InlineData("a--b", "InvalidTrailNameException")]
    public void What_is_not_there_is_refused(string name, string code)
    {
        Assert.Equal(code, _scene.Refusal("GetTrail", new { Name = name }));
        Assert.Equal(code, _scene.Refusal("DeleteTrail", new { Name = name }));
    }

    [Fact]
    public void The_list_of_all_Regions_comes_in_pages()
    {
        foreach (var region in (string[])["us-east-1", "eu-west-1", "us-west-2"])
        {
            for (var i = 1; i <= 5; i++)
                _scene.CreateAccountTrail($"trail-{i}", region: region);
        }

        var first = _scene.Call("ListTrails", new { });
        var second = _scene.Call("ListTrails", new { NextToken = (string?)first["NextToken"] });

        Assert.Equal(10, first["Trails"]!.AsArray().Count);
        Assert.Equal(5, second["Trails"]!.AsArray().Count);
        Assert.False(second.ContainsKey("NextToken"));
        Assert.Equal(15, first["Trails"]!.AsArray().Concat(second["Trails"]!.AsArray()).Select(trail => (string)trail!["TrailARN"]!).Distinct().Count());
        Assert.Equal("InvalidTokenException", _scene.Refusal("ListTrails", new { NextToken = "???" }));
    }

    [Fact]
    public void The_status_tells_what_is_in_the_way_of_deliveries()
    {
        _scene.CreateOrganizationTrail(more: new { EnableLogFileValidation = true });
        _scene.Call("StartLogging", new { Name = "acme" });
        Assert.False(Status().ContainsKey("LatestDeliveryError"));

        _scene.AddBucket(Scene.Bucket, null);
        Assert.Equal("AccessDenied", (string?)Status()["LatestDeliveryError"]);
        Assert.Equal("AccessDenied", (string?)Status()["LatestDigestDeliveryError"]);
        _scene.State.S3.Buckets.Clear();
        Assert.Equal("NoSuchBucket", (string?)Status()["LatestDeliveryError"]);
        Assert.False(_scene.Call("GetTrailStatus", new { Name = TrailPolicies.TrailArn }, Scene.Member).ContainsKey("LatestDeliveryError"));
    }

    [Fact]
    public void Starting_and_stopping_leave_their_times()
    {
        _scene.CreateOrganizationTrail();
        _scene.Call("StartLogging", new { Name = "acme" });
        _scene.Context.Clock.Advance(TimeSpan.FromHours(1));
        _scene.Call("StopLogging", new { Name = TrailPolicies.TrailArn });

        var status = Status();
        Assert.False((bool)status["IsLogging"]!);
        Assert.Equal(3600, (double)status["StopLoggingTime"]! - (double)status["StartLoggingTime"]!, 3);
    }

    private JsonObject Status() => _scene.Call("GetTrailStatus", new { Name = "acme" });

    private string[] Described(object body, string account = Scene.Management, string region = "us-east-1") =>
        [.. _scene.Call("DescribeTrails", body, account, region)["trailList"]!.AsArray().Select(trail => (string)trail!["Name"]!)];

    [Fact]
    public void A_Region_that_the_account_has_not_enabled_does_not_know_its_credentials()
    {
        _scene.Organization.Accounts[1].DisabledRegions = ["eu-west-1"];

        Assert.Equal("UnrecognizedClientException", _scene.Refusal("ListTrails", new { }, Scene.Member, "eu-west-1"));
        Assert.Equal("UnrecognizedClientException", _scene.Refusal("ListTrails", new { }, region: "ap-south-1"));
        Assert.NotNull(_scene.Call("ListTrails", new { }, region: "eu-west-1"));
    }
}
