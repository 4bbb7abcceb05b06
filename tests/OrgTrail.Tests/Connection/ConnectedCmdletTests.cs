using OrgTrail.Connection;
using OrgTrail.Tests.Doubles;

namespace OrgTrail.Tests.Connection;

public sealed class ConnectedCmdletTests
{
    private readonly RecordingPipeline _pipeline = new();
    private readonly FakeProvider _provider = new();

    [Fact]
    public void One_connection_serves_all_inputs()
    {
        using var cmdlet = Begun(Cmdlet());

        cmdlet.Take(null);
        cmdlet.Take(null);

        Assert.Single(_provider.Connections);
    }

    [Fact]
    public void An_input_brings_its_connection_along()
    {
        using var first = Begun(Cmdlet(region: "eu-west-1"));
        using var second = Begun(Cmdlet());
        var session = first.Take(null)!;

        Assert.Same(session, second.Take(session.AttachSession(AnyTrail())));
        Assert.Single(_provider.Connections);
    }

    [Fact]
    public void The_connection_closes_behind_the_last_cmdlet()
    {
        var first = Begun(Cmdlet());
        var second = Begun(Cmdlet());
        second.Take(first.Take(null)!.AttachSession(AnyTrail()));

        first.Dispose();
        Assert.False(_provider.Clouds[0].IsDisposed);
        second.Dispose();
        Assert.True(_provider.Clouds[0].IsDisposed);
    }

    [Fact]
    public void An_input_whose_connection_is_closed_opens_one_like_it_once_for_all_such_inputs()
    {
        Trail[] trails;
        using (var earlier = Begun(Cmdlet(region: "eu-west-1")))
            trails = [earlier.Take(null)!.AttachSession(AnyTrail()), earlier.Take(null)!.AttachSession(AnyTrail())];
        using var cmdlet = Begun(Cmdlet());

        foreach (var trail in trails) cmdlet.Take(trail);

        Assert.Equal(["eu-west-1", "eu-west-1"], _provider.Connections.Select(options => options.Region));
        Assert.Single(cmdlet.Sessions.Distinct());
    }

    [Fact]
    public void A_Region_of_ones_own_keeps_the_credentials_that_came_along()
    {
        using var first = Begun(Cmdlet(profile: "management", region: "eu-west-1"));
        using var second = Begun(Cmdlet(region: "us-east-1"));

        second.Take(first.Take(null)!.AttachSession(AnyTrail()));

        Assert.Equal(("management", "us-east-1"), (_provider.Connections[1].ProfileName, _provider.Connections[1].Region));
    }

    [Fact]
    public void Credentials_of_ones_own_make_a_connection_of_ones_own()
    {
        using var first = Begun(Cmdlet(profile: "management", region: "eu-west-1"));
        using var second = Begun(Cmdlet(profile: "audit"));

        second.Take(first.Take(null)!.AttachSession(AnyTrail()));

        Assert.Equal(("audit", null), (_provider.Connections[1].ProfileName, _provider.Connections[1].Region));
    }

    [Fact]
    public void The_same_connection_named_twice_is_one_connection()
    {
        _pipeline.Variables["StoredAWSCredentials"] = new AwsToolsCredentials("AKIDEXAMPLE", "secret", null);
        using var first = Begun(Cmdlet(profile: "management"));
        using var second = Begun(Cmdlet(profile: "management"));

        second.Take(first.Take(null)!.AttachSession(AnyTrail()));

        Assert.Single(_provider.Connections);
    }

    [Fact]
    public void Parameters_that_come_with_the_input_count_for_this_input()
    {
        using var cmdlet = Begun(Cmdlet());

        cmdlet.Region = "eu-west-1";
        cmdlet.Take(null);
        cmdlet.Region = "us-east-1";
        cmdlet.Take(null);

        Assert.Equal(["eu-west-1", "us-east-1"], _provider.Connections.Select(options => options.Region));
    }

    [Fact]
    public void A_connection_that_fails_for_every_input_ends_the_statement()
    {
        _provider.Failure = _ => Trouble.Of("ProfileNotFound");
        using var cmdlet = Begun(Cmdlet(profile: "nobody"));

        cmdlet.Take(null);

        Assert.Equal("ProfileNotFound", Assert.Single(_pipeline.TerminatingErrors).Id);
        Assert.Empty(_pipeline.Errors);
    }

    [Fact]
    public void A_connection_that_came_with_an_input_fails_for_this_input_alone()
    {
        _provider.Failure = options => options.ProfileName is "nobody" ? Trouble.Of("ProfileNotFound") : null;
        using var cmdlet = Begun(Cmdlet());

        cmdlet.ProfileName = "nobody";
        cmdlet.Take(null);
        cmdlet.ProfileName = "management";
        cmdlet.Take(null);

        Assert.Equal("ProfileNotFound", Assert.Single(_pipeline.Errors).Id);
        Assert.Empty(_pipeline.TerminatingErrors);
        Assert.Single(cmdlet.Sessions);
    }

    [Fact]
    public void The_keys_of_a_piped_credentials_object_are_not_taken_for_keys_given_by_hand()
    {
        using var cmdlet = Begun(Cmdlet());
        cmdlet.Credential = AwsCredential.TryGet(new AwsToolsCredentials("AKIDEXAMPLE", "secret", "token"));
        cmdlet.SecretKey = SecretText.Of("secret");
        cmdlet.SessionToken = SecretText.Of("token");

        cmdlet.Take(null);

        var options = Assert.Single(_provider.Connections);
        Assert.Equal((null, null, null), (options.AccessKey, options.SecretKey, options.SessionToken));
        Assert.Equal(new AccessKeys("AKIDEXAMPLE", "secret", "token"), options.Credential!());
    }

    [Fact]
    public void A_path_is_meant_from_the_users_location()
    {
        using var cmdlet = Begun(new ConnectingCmdlet(_pipeline, _provider) { ProfileLocation = "credentials" });

        cmdlet.Take(null);

        Assert.Equal("/location/credentials", _provider.Connections[0].ProfileLocation);
    }

    [Fact]
    public void A_cmdlet_that_asks_for_no_session_opens_none()
    {
        var cmdlet = Begun(Cmdlet(profile: "management"));

        cmdlet.End();
        cmdlet.Dispose();

        Assert.Empty(_provider.Connections);
    }

    private static ConnectingCmdlet Begun(ConnectingCmdlet cmdlet)
    {
        cmdlet.Begin();
        return cmdlet;
    }

    private static Trail AnyTrail() => new()
    {
        Name = "acme",
        TrailARN = "arn:aws:cloudtrail:eu-central-1:111111111111:trail/acme",
        HomeRegion = "eu-central-1",
    };

    private ConnectingCmdlet Cmdlet(string? profile = null, string? region = null) =>
        new(_pipeline, _provider) { ProfileName = profile, Region = region };
}
