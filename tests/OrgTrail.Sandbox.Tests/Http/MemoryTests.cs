using System.Globalization;

namespace OrgTrail.Sandbox.Tests.Http;

public sealed class MemoryTests
{
    private const int Body = 1_000_000;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    [Fact]
    public void Bodies_that_are_on_their_way_share_a_bounded_memory_which_comes_back()
    {
        using var server = new EchoServer(new() { BytesUnderWay = 3 * Body });
        var clients = Enumerable.Range(0, 8).Select(_ => server.Connect()).ToList();

        // All but the last byte of each: whoever is not refused holds on to what was received.
        foreach (var client in clients)
            client.Send($"PUT /b/k HTTP/1.1\r\nContent-Length: {Body}\r\n\r\n" + new string('a', Body - 1));
        Assert.True(SpinWait.SpinUntil(() => clients.Exists(client => client.HasAnswer), LongEnough));
        var refused = clients.First(client => client.HasAnswer);
        var answer = refused.Read();

        Assert.Equal((503, "SlowDown /b/k"), (answer.Status, answer.Body));
        clients.ForEach(client => client.Dispose());
        Assert.True(SpinWait.SpinUntil(() => server.Clients == 0, LongEnough));
        using var late = server.Connect();
        late.Send($"PUT /b/k HTTP/1.1\r\nContent-Length: {Body}\r\n\r\n" + new string('a', Body));
        Assert.Equal(200, late.Read().Status);
        Assert.Empty(server.Handler.Unexpected);
    }

    [Fact]
    public void An_answer_for_which_there_is_no_memory_is_a_refusal()
    {
        // The echo is as large as the request, and a growing body is at most twice as large as what it holds.
        using var server = new EchoServer(new() { BytesUnderWay = Body + (Body / 2) });
        using var client = server.Connect();

        client.Send($"PUT /b/k HTTP/1.1\r\nContent-Length: {Body}\r\n\r\n" + new string('a', Body));
        Assert.Equal(503, client.Read().Status);

        client.Send("GET /b/k HTTP/1.1\r\n\r\n");
        Assert.Equal(200, client.Read().Status);
    }

    [Fact]
    public void Clients_beyond_the_limit_are_told_so_until_one_goes()
    {
        using var server = new EchoServer(new() { Clients = 2 });
        using var first = server.Connect();
        var second = server.Connect();
        Assert.True(SpinWait.SpinUntil(() => server.Clients == 2, LongEnough));

        using (var third = server.Connect())
        {
            third.Send("GET / HTTP/1.1\r\n\r\n");
            Assert.StartsWith("SlowDown", third.Read().Body, StringComparison.Ordinal);
        }

        second.Dispose();
        Assert.True(SpinWait.SpinUntil(() => server.Clients == 1, LongEnough));
        Assert.True(SpinWait.SpinUntil(IsServed, LongEnough));

        bool IsServed()
        {
            using var other = server.Connect();
            other.Send("GET / HTTP/1.1\r\n\r\n");
            return other.Read().Status == 200;
        }
    }

    [Fact]
    public void Objects_that_nobody_reads_to_their_end_take_no_memory_and_arrive_whole_at_who_does()
    {
        using var server = SandboxServer.Start(new() { HttpLimits = new() { BytesUnderWay = 20 * Body } });
        var content = string.Concat(Enumerable.Range(0, 8 * Body / 8).Select(number => number.ToString("D8", CultureInfo.InvariantCulture)));
        using var writer = new RawClient(server.Endpoint);
        writer.Send(Signed.S3("PUT", "/audit"));
        Assert.Equal(200, writer.Read().Status);
        writer.Send(Signed.S3("PUT", "/audit/large", content));
        Assert.Equal(200, writer.Read().Status);

        // Thirty times eight megabytes would be more than there is for answers.
        var idle = Enumerable.Range(0, 30).Select(_ => new RawClient(server.Endpoint)).ToList();
        idle.ForEach(client => client.Send(Signed.S3("GET", "/audit/large")));
        Assert.True(SpinWait.SpinUntil(() => idle.TrueForAll(client => client.HasAnswer), LongEnough));
        writer.Send(Signed.S3("GET", "/audit/large"));
        var whole = writer.Read();
        writer.Send(Signed.S3("GET", "/audit/large", headers: "Range: bytes=1000000-3000000\r\n"));
        var part = writer.Read();

        Assert.Equal((200, content), (whole.Status, whole.Body));
        Assert.Equal((206, content[1_000_000..3_000_001]), (part.Status, part.Body));
        Assert.All(idle, client => Assert.Equal(200, client.Read().Status));
        idle.ForEach(client => client.Dispose());
        Assert.Empty(server.InternalErrors);
    }
}
