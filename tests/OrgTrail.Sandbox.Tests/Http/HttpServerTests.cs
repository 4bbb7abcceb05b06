using System.Net;
using System.Text;

namespace OrgTrail.Sandbox.Tests.Http;

public sealed class HttpServerTests : IDisposable
{
    private readonly EchoServer _server = new();

    public void Dispose()
    {
        _server.Dispose();
        Assert.Empty(_server.Handler.Unexpected);
    }

    [Fact]
    public void A_connection_serves_one_request_after_the_other()
    {
        using var client = _server.Connect();

        foreach (var number in Enumerable.Range(1, 3))
        {
            client.Send($"POST /a/{number}?b=c HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{number}!");
            var answer = client.Read();
            Assert.Equal((200, $"POST /a/{number} b=c {number}!"), (answer.Status, answer.Body));
        }
    }

    [Fact]
    public void Requests_sent_at_once_are_answered_in_their_order()
    {
        using var client = _server.Connect();

        client.Send(string.Concat(Enumerable.Range(0, 200).Select(number => $"PUT /{number} HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc")));

        foreach (var number in Enumerable.Range(0, 200))
            Assert.Equal($"PUT /{number}  abc", client.Read().Body);
    }

    [Fact]
    public void A_request_may_come_byte_by_byte()
    {
        using var client = _server.Connect();

        foreach (var character in "\r\nPOST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: 1\r\n\r\n")
            client.Send([(byte)character]);

        Assert.Equal("POST /  abcde", client.Read().Body);
    }

    [Fact]
    public void A_body_larger_than_all_buffers_arrives_whole()
    {
        using var client = _server.Connect();
        var body = string.Concat(Enumerable.Range(0, 60_000).Select(number => $"{number:D8}"));

        client.Send($"PUT /big HTTP/1.1\r\nContent-Length: {body.Length}\r\n\r\n{body}GET /next HTTP/1.1\r\n\r\n");

        Assert.Equal($"PUT /big  {body}", client.Read().Body);
        Assert.Equal("GET /next  ", client.Read().Body);
    }

    [Fact]
    public void A_client_that_waits_for_leave_gets_it()
    {
        using var client = _server.Connect();

        client.Send("PUT / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Assert.Equal(100, client.Read().Status);
        client.Send("ok");

        Assert.Equal("PUT /  ok", client.Read().Body);
    }

    [Fact]
    public void HEAD_gets_a_length_and_no_body()
    {
        using var client = _server.Connect();

        client.Send("HEAD /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n");

        Assert.Equal("9", client.Read(hasBody: false).Headers["Content-Length"]);
        Assert.Equal("GET /b  ", client.Read().Body);
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")]
    public void The_connection_ends_when_the_client_wants_that(string request)
    {
        using var client = _server.Connect();

        client.Send(request);

        Assert.Equal("close", client.Read().Headers["Connection"]);
        Assert.True(client.IsClosed());
    }

    [Fact]
    public void Answers_carry_the_date()
    {
        using var client = _server.Connect();

        client.Send("GET / HTTP/1.1\r\n\r\n");

        Assert.Equal("Sun, 01 Jun 2025 12:00:00 GMT", client.Read().Headers["Date"]);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.1.1")]
    [InlineData("::")]
    public void It_listens_on_loopback_only(string address)
    {
        var refused = Assert.Throws<OrgTrailException>(() => SandboxServer.Start(new() { Address = IPAddress.Parse(address) }));

        Assert.Equal("NotLoopback", refused.Problem.Id);
        Assert.Contains(address, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_taken_port_is_a_clear_problem()
    {
        var port = new Uri(_server.Endpoint).Port;

        var refused = Assert.Throws<OrgTrailException>(() => SandboxServer.Start(new() { Port = port }));

        Assert.Equal("PortUnavailable", refused.Problem.Id);
    }

    [Fact]
    public void Chunks_of_AWS_are_taken_off()
    {
        using var client = _server.Connect();
        const string Body = "5;chunk-signature=aa\r\nhello\r\n1;chunk-signature=bb\r\n!\r\n0;chunk-signature=cc\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n";

        client.Send($"PUT /k HTTP/1.1\r\nContent-Encoding: gzip,aws-chunked\r\nX-Amz-Content-SHA256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD\r\nX-Amz-Decoded-Content-Length: 6\r\nContent-Length: {Encoding.ASCII.GetByteCount(Body)}\r\n\r\n{Body}");

        Assert.Equal("PUT /k  hello!", client.Read().Body);
        Assert.Equal("gzip", _server.Handler.Requests.Single().Header("content-encoding"));
    }

    [Fact]
    public void Chunks_of_AWS_may_come_in_chunks_of_HTTP()
    {
        using var client = _server.Connect();

        client.Send("PUT /k HTTP/1.1\r\nContent-Encoding: aws-chunked\r\nX-Amz-Content-SHA256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "4\r\n5\r\nh\r\n10\r\nello\r\n0\r\nx:y\r\n\r\n\r\n0\r\n\r\n");

        Assert.Equal("PUT /k  hello", client.Read().Body);
        Assert.Null(_server.Handler.Requests.Single().Header("Content-Encoding"));
    }
}
