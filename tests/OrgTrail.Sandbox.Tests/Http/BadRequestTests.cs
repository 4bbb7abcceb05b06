using System.Text;
using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Tests.Http;

public sealed class BadRequestTests : IDisposable
{
    private readonly EchoServer _server = new(new HttpLimits { HeadBytes = 4096, BodyBytes = 1000 });

    public void Dispose()
    {
        _server.Dispose();
        Assert.Empty(_server.Handler.Unexpected);
    }

    [Theory]
    [InlineData("hello\r\n\r\n")]
    [InlineData("GET /\r\n\r\n")]
    [InlineData("GET / HTTP/2.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1 \r\n\r\n")]
    [InlineData("G(T / HTTP/1.1\r\n\r\n")]
    [InlineData("GET  HTTP/1.1\r\n\r\n")]
    [InlineData("GET /\u0001 HTTP/1.1\r\n\r\n")]
    [InlineData("GET /\u00ff HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nno colon\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nSpace : x\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n : x\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nA: b\r\n folded\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nA: b\0c\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nA: b\nc\r\n\r\n")]
    [InlineData("PUT / HTTP/1.1\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("PUT / HTTP/1.1\r\nContent-Length: 1e3\r\n\r\n")]
    [InlineData("PUT / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")]
    [InlineData("PUT / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("PUT / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n")]
    [InlineData("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n")]
    [InlineData("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n")]
    [InlineData("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\n")]
    [InlineData("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003")]
    public void What_is_no_HTTP_is_refused_and_the_connection_ends(string bytes)
    {
        using var client = _server.Connect();

        client.Send(bytes);

        var answer = client.Read();
        Assert.Equal((400, "BadRequest"), (answer.Status, answer.Body.Split(' ')[0]));
        Assert.Equal("close", answer.Headers["Connection"]);
        Assert.True(client.IsClosed());
        Assert.Empty(_server.Handler.Requests);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nA: {0}\r\n\r\n")]
    [InlineData("GET /{0}")]
    [InlineData("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nT: {0}\r\n\r\n")]
    [InlineData("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0;{0}")]
    public void A_head_that_does_not_end_is_refused(string bytes)
    {
        using var client = _server.Connect();

        client.Send(string.Format(null, CompositeFormat.Parse(bytes), new string('a', 20_000)));

        Assert.StartsWith("RequestHeaderSectionTooLarge", client.Read().Body, StringComparison.Ordinal);
        Assert.True(client.IsClosed());
    }

    [Theory]
    [InlineData("Content-Length: 1001\r\nExpect: 100-continue\r\n\r\n")]
    [InlineData("Content-Length: 99999999999999\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n3e8\r\n{0}\r\n1\r\n")]
    public void A_body_that_is_too_large_is_refused(string rest)
    {
        using var client = _server.Connect();

        client.Send("PUT /b/k HTTP/1.1\r\n" + string.Format(null, CompositeFormat.Parse(rest), new string('a', 1000)));

        var answer = client.Read();
        Assert.Equal((413, "EntityTooLarge /b/k"), (answer.Status, answer.Body));
        Assert.True(client.IsClosed());
    }

    [Fact]
    public void A_client_that_goes_on_sending_a_refused_body_still_reads_the_refusal()
    {
        using var client = _server.Connect();

        client.Send("PUT /b/k HTTP/1.1\r\nContent-Length: 5000000\r\n\r\n");
        client.Send(new string('a', 5_000_000));
        client.EndSending();

        Assert.Equal(413, client.Read().Status);
        Assert.True(client.IsClosed());
    }

    [Theory]
    [InlineData("PUT / HTTP/1.1\r\nContent-Length: 5\r\n\r\nabc")]
    [InlineData("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc")]
    [InlineData("PUT / HTTP/1.1\r\nHo")]
    public void A_request_that_breaks_off_is_none(string bytes)
    {
        using var client = _server.Connect();

        client.Send(bytes);
        client.EndSending();

        Assert.StartsWith("IncompleteBody", client.Read().Body, StringComparison.Ordinal);
        Assert.Empty(_server.Handler.Requests);
    }

    [Theory]
    [InlineData("5;chunk-signature=a\r\nhel")]
    [InlineData("5;chunk-signature=a\r\nhelloX\r\n0\r\n\r\n")]
    [InlineData("hello")]
    [InlineData("6\r\nhello!\r\n0\r\n\r\n")]
    public void Broken_chunks_of_AWS_are_refused(string body)
    {
        using var client = _server.Connect();

        client.Send($"PUT / HTTP/1.1\r\nX-Amz-Content-SHA256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\nX-Amz-Decoded-Content-Length: 5\r\nContent-Length: {body.Length}\r\n\r\n{body}");

        Assert.Equal(400, client.Read().Status);
        Assert.Empty(_server.Handler.Requests);
    }
}
