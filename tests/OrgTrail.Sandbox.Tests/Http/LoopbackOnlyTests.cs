using System.Globalization;

namespace OrgTrail.Sandbox.Tests.Http;

public sealed class LoopbackOnlyTests : IDisposable
{
    private readonly StubSandbox _sandbox = new();

    public void Dispose()
    {
        Assert.Empty(_sandbox.Server.InternalErrors);
        _sandbox.Dispose();
    }

    private string Port => new Uri(_sandbox.Server.Endpoint).Port.ToString(CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("127.0.0.1:{0}")]
    [InlineData("127.8.8.8:{0}")]
    [InlineData("[::1]:{0}")]
    [InlineData("localhost:{0}")]
    [InlineData("LocalHost:{0}")]
    [InlineData("b.localhost:{0}")]
    [InlineData("b.s3.eu-west-1.localhost:{0}")]
    public void A_name_of_loopback_with_the_own_port_is_answered_to(string host) =>
        Assert.Equal(200, Send("GET", "/b/k", $"Host: {Filled(host)}\r\n{Signed.Headers("s3")}").Status);

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:80")]
    [InlineData("localhost:1{0}")]
    [InlineData("evil.example:{0}")]
    [InlineData("localhost.evil.example:{0}")]
    [InlineData("evil-localhost:{0}")]
    [InlineData("127.0.0.1.evil.example:{0}")]
    [InlineData("192.168.0.1:{0}")]
    [InlineData("0.0.0.0:{0}")]
    [InlineData("[::2]:{0}")]
    [InlineData("evil.example/.localhost:{0}")]
    [InlineData("evil.example@b.localhost:{0}")]
    [InlineData("localhost:{0},localhost:{0}")]
    [InlineData(":{0}")]
    [InlineData("")]
    public void Another_name_or_port_is_refused_as_a_name_that_was_made_to_lead_here(string host) =>
        Refused(421, "ForeignHost", Send("GET", "/b/k", $"Host: {Filled(host)}\r\n{Signed.Headers("s3")}"));

    [Fact]
    public void No_name_at_all_is_refused() => Refused(421, "ForeignHost", Send("GET", "/b/k", Signed.Headers("s3")));

    [Fact]
    public void Of_a_whole_URL_its_own_host_counts()
    {
        Refused(421, "ForeignHost", Send("GET", $"http://evil.example:{Port}/b/k", $"Host: localhost:{Port}\r\n{Signed.Headers("s3")}"));
        Assert.Equal(200, Send("GET", $"http://localhost:{Port}/b/k", $"Host: evil.example\r\n{Signed.Headers("s3")}").Status);
    }

    [Theory]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Origin: null")]
    [InlineData("Origin: http://localhost")]
    [InlineData("Origin: https://localhost:{0}")]
    [InlineData("Origin: http://127.0.0.1:{0}")]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    public void A_page_from_elsewhere_is_refused(string header) =>
        Refused(403, "ForeignOrigin", Send("GET", "/b/k", $"Host: localhost:{Port}\r\n{Filled(header)}\r\n{Signed.Headers("s3")}"));

    [Theory]
    [InlineData("Origin: http://localhost:{0}")]
    [InlineData("Sec-Fetch-Site: same-origin")]
    [InlineData("Sec-Fetch-Site: none")]
    public void A_page_of_its_own_is_not(string header) =>
        Assert.Equal(200, Send("GET", "/b/k", $"Host: localhost:{Port}\r\n{Filled(header)}\r\n{Signed.Headers("s3")}").Status);

    [Theory]
    [InlineData("/_sandbox/reset")]
    [InlineData("/b/k")]
    [InlineData("/")]
    public void No_page_is_given_leave_to_send_more(string path)
    {
        var answer = Send("OPTIONS", path, $"Host: localhost:{Port}\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: x-orgtrail-sandbox\r\n");

        Refused(403, "ForeignOrigin", answer);
        Assert.DoesNotContain(answer.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    private static void Refused(int status, string code, RawAnswer answer)
    {
        Assert.Equal(status, answer.Status);
        Assert.Contains(code, answer.Body, StringComparison.Ordinal);
    }

    private string Filled(string text) => text.Replace("{0}", Port, StringComparison.Ordinal);

    private RawAnswer Send(string method, string target, string headers)
    {
        using var client = new RawClient(_sandbox.Server.Endpoint, completesHost: false);
        client.Send($"{method} {target} HTTP/1.1\r\n{headers}Content-Length: 0\r\n\r\n");
        return client.Read();
    }
}
