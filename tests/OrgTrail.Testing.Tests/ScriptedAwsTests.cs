using System.Net;
using System.Net.Sockets;

namespace OrgTrail.Testing.Tests;

public sealed class ScriptedAwsTests : IDisposable
{
    private readonly ScriptedAws _aws = new();
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _http.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public async Task Replies_come_in_their_order_and_the_last_one_stays()
    {
        _aws.On("CloudTrail", "GetTrail")
            .FailsOnce("ThrottlingException", "Rate exceeded")
            .AnswersHtml().Times(2)
            .Answers("""{"Trail":{}}""");

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
            statuses.Add((await SendAsync("CloudTrail_20131101.GetTrail", "{}")).StatusCode);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.OK, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public void A_reply_behind_one_that_stays_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => _aws.On("CloudTrail", "GetTrail").Answers("{}").Resets());

    [Fact]
    public async Task A_call_without_a_script_is_refused_and_named()
    {
        var answer = await SendAsync("AWSOrganizationsV20161128.ListAccounts", "{}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"__type\":\"UnscriptedCall\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Organizations.ListAccounts", Assert.Single(_aws.Unexpected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_script_is_named()
    {
        _aws.On("CloudTrail", "GetTrail").AnswersWith(_ => throw new InvalidOperationException("no idea"));

        await SendAsync("CloudTrail_20131101.GetTrail", "{}");

        Assert.Contains("no idea", Assert.Single(_aws.Unexpected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_recorded_with_its_members_its_Region_and_its_key()
    {
        _aws.On("CloudTrail", "GetTrail").Answers("{}");

        await SendAsync("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.GetTrail", """{"Name":"acme"}""");

        var call = Assert.Single(_aws.Calls);
        Assert.Equal(("CloudTrail", "GetTrail", "acme", "eu-west-1", "AKID"), (call.Service, call.Operation, call.Member("Name"), call.Region, call.AccessKey));
    }

    [Fact]
    public async Task A_reset_connection_and_a_truncated_answer_are_errors_of_the_transport()
    {
        _aws.On("CloudTrail", "GetTrail").Resets();
        _aws.On("CloudTrail", "ListTrails").Truncates("""{"Trails":[]}""");

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("CloudTrail_20131101.GetTrail", "{}"));
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("CloudTrail_20131101.ListTrails", "{}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hanging_call_notices_that_its_client_gave_up(bool afterHalfOfTheBody)
    {
        var script = _aws.On("CloudTrail", "GetTrail");
        _ = afterHalfOfTheBody ? script.Stalls("""{"Trail":{}}""") : script.Hangs();
        using var giveUp = new CancellationTokenSource();

        var sending = SendAsync("CloudTrail_20131101.GetTrail", "{}", giveUp.Token);
        var call = await _aws.FirstCall("CloudTrail", "GetTrail");
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await call.Abandoned.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_client_that_leaves_in_the_middle_of_its_answer_is_noticed()
    {
        // More than the sockets hold, so that the server is still sending.
        _aws.On("Http", "GET /creds").Answers(new string(' ', 32 * 1024 * 1024));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(_aws.Endpoint).Port);
        await client.GetStream().WriteAsync("GET /creds HTTP/1.1\r\n\r\n"u8.ToArray());

        var call = await _aws.FirstCall("Http", "GET /creds");
        client.Close();

        await call.Abandoned.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task<HttpResponseMessage> SendAsync(string target, string body, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _aws.Endpoint) { Content = new StringContent(body) };
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=AKID/20250102/eu-west-1/cloudtrail/aws4_request, SignedHeaders=host, Signature=0");
        return await _http.SendAsync(request, cancellation);
    }
}
