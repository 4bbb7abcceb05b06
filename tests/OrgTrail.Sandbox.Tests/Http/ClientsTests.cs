using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Tests.Http;

public sealed class ClientsTests : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private static readonly HttpLimits Limits = new() { Idle = TimeSpan.FromDays(1), Head = TimeSpan.FromSeconds(20), Stall = TimeSpan.FromSeconds(20) };

    private readonly EchoServer _server = new(Limits);

    public void Dispose()
    {
        _server.Dispose();
        Assert.Empty(_server.Handler.Unexpected);
    }

    [Fact]
    public void Two_thousand_connections_are_served_while_all_of_them_stay()
    {
        var clients = Enumerable.Range(0, 2000).Select(_ => _server.Connect()).ToList();

        foreach (var round in Enumerable.Range(0, 2))
        {
            clients.ForEach(client => client.Send($"GET /{round} HTTP/1.1\r\n\r\n"));
            Assert.All(clients, client => Assert.Equal($"GET /{round}  ", client.Read().Body));
        }

        Assert.Equal(2000, _server.Clients);
        clients.ForEach(client => client.Dispose());
        Assert.True(SpinWait.SpinUntil(() => _server.Clients == 0, LongEnough));
    }

    [Theory]
    [InlineData("GET / HTT")]
    [InlineData("PUT / HTTP/1.1\r\nContent-Length: 5\r\n\r\nabc")]
    [InlineData("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc")]
    public void A_client_that_stalls_within_a_request_is_disconnected(string bytes)
    {
        using var client = _server.Connect();

        client.Send(bytes);
        Assert.True(SpinWait.SpinUntil(() => _server.Clients == 1, LongEnough));

        // One step would be enough, had the server read the bytes before it; all steps together are less than an idle client has.
        Assert.True(SpinWait.SpinUntil(() => Passed(TimeSpan.FromSeconds(21)) && _server.Clients == 0, LongEnough));
        Assert.True(client.IsClosed());
    }

    [Fact]
    public void A_client_that_is_idle_may_stay_for_its_time()
    {
        // An answer can be read before the server knows that it is sent: until then the client has the time of who stalls.
        using var server = new EchoServer(Limits with { Stall = Limits.Idle });
        using var client = server.Connect();
        client.Send("GET /1 HTTP/1.1\r\n\r\n");
        client.Read();

        server.Time.Advance(TimeSpan.FromHours(23));
        client.Send("GET /2 HTTP/1.1\r\n\r\n");
        Assert.Equal("GET /2  ", client.Read().Body);

        Assert.True(SpinWait.SpinUntil(() => Passed(server, TimeSpan.FromHours(25)) && server.Clients == 0, LongEnough));
        Assert.True(client.IsClosed());
    }

    [Fact]
    public void Clients_that_reset_do_no_harm()
    {
        foreach (var bytes in new[] { "", "GET", "GET / HTTP/1.1\r\n\r\n", "PUT / HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc" })
        {
            var client = _server.Connect();
            client.Send(bytes);
            client.Reset();
        }

        using var next = _server.Connect();
        next.Send("GET /alive HTTP/1.1\r\n\r\n");
        Assert.Equal("GET /alive  ", next.Read().Body);
    }

    [Fact]
    public void Clients_are_disconnected_when_the_server_stops()
    {
        using var client = _server.Connect();
        client.Send("GET / HTTP/1.1\r\n\r\n");
        client.Read();

        _server.Dispose();

        Assert.True(client.IsClosed());
    }

    private bool Passed(TimeSpan time) => Passed(_server, time);

    private static bool Passed(EchoServer server, TimeSpan time)
    {
        server.Time.Advance(time);
        return true;
    }
}
