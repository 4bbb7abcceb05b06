using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Faults;

namespace OrgTrail.Sandbox.Tests.Admin;

public sealed class AdminPathsTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly Deliveries _deliveries = new();
    private readonly SandboxServer _server;

    public AdminPathsTests() => _server = SandboxServer.Start(new() { Time = _time, Delivery = _ => _deliveries });

    public void Dispose()
    {
        Assert.Empty(_server.InternalErrors);
        _server.Dispose();
    }

    [Fact]
    public void Health_tells_that_it_lives()
    {
        var health = JsonNode.Parse(Send("GET", "health").Body)!;

        Assert.Equal("ok", (string?)health["Status"]);
        Assert.Equal(_time.GetUtcNow(), (DateTimeOffset?)health["Now"]);
    }

    [Fact]
    public void Time_passes_and_what_falls_due_is_delivered()
    {
        var start = _time.GetUtcNow();

        var report = Send("POST", "advance", """{"Seconds":3600}""");
        Send("POST", "advance", """{"Seconds":60}""");

        Assert.Equal("""{"LogFiles":1,"Digests":2}""", Compact(report.Body));
        Assert.Equal([(start, start.AddHours(1)), (start.AddHours(1), start.AddMinutes(61))], _deliveries.Spans);
        Assert.Equal(start.AddMinutes(61), _server.Context.Clock.Now);
    }

    [Fact]
    public void Faults_are_added_listed_and_cleared()
    {
        Assert.Equal(204, Send("POST", "faults", """{"Service":"s3","Kind":"Throttling","OnCall":2}""").Status);

        Assert.Equal(new Fault { Service = "s3", Kind = FaultKind.Throttling, OnCall = 2 }, _server.Faults.All.Single());
        Assert.Contains("\"Kind\": \"Throttling\"", Send("GET", "faults").Body, StringComparison.Ordinal);
        Assert.Equal(204, Send("DELETE", "faults").Status);
        Assert.Empty(_server.Faults.All);
    }

    [Fact]
    public void Calls_are_told_with_their_times_until_they_are_cleared()
    {
        var start = _time.GetUtcNow();
        Ask(Signed.S3("PUT", "/audit"));
        _server.Advance(TimeSpan.FromSeconds(1));
        Ask(Signed.Json("cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.GetTrail", region: "eu-west-1", key: "111111111111"));

        var log = JsonNode.Parse(Send("GET", "calls").Body)!;

        var calls = log["Calls"]!.AsArray();
        Assert.Equal(["s3 CreateBucket us-east-1 200", "cloudtrail GetTrail eu-west-1 400"], calls.Select(call => $"{call!["Service"]} {call["Operation"]} {call["Region"]} {call["Status"]}"));
        Assert.Equal([start, start.AddSeconds(1)], calls.Select(call => (DateTimeOffset)call!["At"]!));
        Assert.Equal("111111111111", (string?)calls[1]!["AccountId"]);
        Assert.Equal(0, (long?)log["Forgotten"]);
        Assert.Equal(204, Send("DELETE", "calls").Status);
        Assert.Empty(JsonNode.Parse(Send("GET", "calls").Body)!["Calls"]!.AsArray());
    }

    [Fact]
    public void The_state_that_was_read_can_be_put_back()
    {
        var before = Send("GET", "state").Body;
        _server.State.Organizations.Organization = null;
        _server.Context.Objects.Put("gone", "key", new byte[1], new Dictionary<string, string>(), _time.GetUtcNow());
        _server.State.S3.Buckets["gone"] = new() { Name = "gone", OwnerAccountId = "111111111111", Region = "us-east-1" };

        Assert.Equal(204, Send("PUT", "state", before).Status);

        Assert.Equal(before, Send("GET", "state").Body);
        Assert.Equal(10, _server.State.Organizations.Organization!.Accounts.Count);
        Assert.Null(_server.Context.Objects.Find("gone", "key"));
    }

    [Fact]
    public void A_reset_begins_anew()
    {
        var id = _server.State.Organizations.Organization!.Id;
        _server.State.Organizations.Organization = null;
        _server.Faults.Add(new() { Kind = FaultKind.Throttling });
        _server.Advance(TimeSpan.FromDays(1));
        Ask(Signed.S3("GET", "/"));

        Assert.Equal(204, Send("POST", "reset").Status);

        Assert.Equal(id, _server.State.Organizations.Organization!.Id);
        Assert.Empty(_server.Faults.All);
        Assert.Equal(_time.GetUtcNow(), _server.Context.Clock.Now);
        Assert.Empty(JsonNode.Parse(Send("GET", "calls").Body)!["Calls"]!.AsArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("X-OrgTrail-Sandbox: 1\r\n")]
    [InlineData("X-OrgTrail-Sandbox: admin\r\nOrigin: http://localhost:{0}\r\n")]
    public void Without_the_header_or_from_a_page_nothing_is_told_and_nothing_done(string headers)
    {
        var id = _server.State.Organizations.Organization!.Id;
        var filled = headers.Replace("{0}", new Uri(_server.Endpoint).Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        foreach (var (method, path) in new[] { ("GET", "health"), ("GET", "state"), ("PUT", "state"), ("POST", "advance"), ("POST", "reset"), ("GET", "calls"), ("DELETE", "faults"), ("GET", "nothing") })
        {
            var answer = Ask($"{method} /_sandbox/{path} HTTP/1.1\r\n{filled}Content-Length: 0\r\n\r\n");

            Assert.Equal(403, answer.Status);
            Assert.Contains("MissingAdminHeader", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(id, answer.Body, StringComparison.Ordinal);
        }

        Assert.Empty(_deliveries.Spans);
    }

    [Fact]
    public void Time_stops_passing_when_who_asked_for_it_goes_away()
    {
        var (begun, cancelled) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        _deliveries.Delivering = cancellation =>
        {
            begun.Set();
            Assert.True(cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)));
            cancelled.Set();
            cancellation.ThrowIfCancellationRequested();
        };
        using (var client = new RawClient(_server.Endpoint))
        {
            client.Send(Request("POST", "advance", """{"Seconds":36000}"""));
            Assert.True(begun.Wait(TimeSpan.FromSeconds(30)));
        }

        Assert.True(cancelled.Wait(TimeSpan.FromSeconds(30)));
        _deliveries.Delivering = null;
        // The next one waits for the end of the one that was broken off.
        Assert.Equal(200, Send("POST", "advance", """{"Seconds":60}""").Status);
        Assert.Equal(_time.GetUtcNow().AddSeconds(3660), _server.Context.Clock.Now);
        Assert.Equal([(_time.GetUtcNow(), _time.GetUtcNow().AddSeconds(3660))], _deliveries.Spans);
    }

    [Fact]
    public void Time_in_which_too_much_would_be_delivered_is_refused()
    {
        _deliveries.Most = 10_000_000;

        var answer = Send("POST", "advance", """{"Seconds":36000}""");

        Assert.Equal(400, answer.Status);
        Assert.Contains("AdvanceTooLarge", answer.Body, StringComparison.Ordinal);
        Assert.Empty(_deliveries.Spans);
    }

    [Theory]
    [InlineData("POST", "advance", "{}", 400, "MalformedBody")]
    [InlineData("POST", "advance", "", 400, "MalformedBody")]
    [InlineData("POST", "advance", "null", 400, "MalformedBody")]
    [InlineData("POST", "advance", """{"Seconds":-1}""", 400, "InvalidTime")]
    [InlineData("POST", "advance", """{"Seconds":1e300}""", 400, "InvalidTime")]
    [InlineData("POST", "faults", """{"Kind":"Earthquake"}""", 400, "MalformedBody")]
    [InlineData("POST", "faults", """{"Kind":"Throttling","OnCal":2}""", 400, "MalformedBody")]
    [InlineData("POST", "faults", """{"Kind":"Throttling","OnCall":0}""", 400, "InvalidFault")]
    [InlineData("PUT", "state", "{\n  \"Regions\": [\n}", 400, "line 3, column 1")]
    [InlineData("PUT", "state", """{"Regionen":[]}""", 400, "Regionen")]
    [InlineData("PUT", "state", """{"S3":{"Buckets":{"b":null}}}""", 400, "$.S3.Buckets.b is null")]
    [InlineData("PUT", "state", """{"Regions":null}""", 400, "$.Regions is null")]
    [InlineData("PUT", "state", """{"Regions":[]}""", 400, "$.Regions names none")]
    [InlineData("PUT", "state", """{"Regions":["moon-1"]}""", 400, "moon-1")]
    [InlineData("PUT", "state", """{"ManagementAccountId":"1"}""", 400, "'1'")]
    [InlineData("PUT", "state", "null", 400, "MalformedState")]
    [InlineData("GET", "advance", "", 405, "UnknownMethod")]
    [InlineData("GET", "nothing", "", 404, "UnknownPath")]
    [InlineData("GET", "", "", 404, "UnknownPath")]
    public void What_makes_no_sense_is_refused_and_changes_nothing(string method, string path, string body, int status, string expected)
    {
        var before = Send("GET", "state").Body;

        var answer = Send(method, path, body);

        Assert.Equal(status, answer.Status);
        Assert.Contains(expected, answer.Body, StringComparison.Ordinal);
        Assert.Equal(before, Send("GET", "state").Body);
        Assert.Empty(_server.Faults.All);
    }

    private RawAnswer Send(string method, string path, string body = "") =>
        Ask(Request(method, path, body));

    private static string Request(string method, string path, string body) =>
        $"{method} /_sandbox/{path} HTTP/1.1\r\nX-OrgTrail-Sandbox: admin\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private RawAnswer Ask(string request)
    {
        using var client = new RawClient(_server.Endpoint);
        client.Send(request);
        return client.Read();
    }

    private static string Compact(string json) => JsonSerializer.Serialize(JsonNode.Parse(json));

    private sealed class Deliveries : IDelivery
    {
        public long Most { get; set; }

        public Action<CancellationToken>? Delivering { get; set; }

        public List<(DateTimeOffset After, DateTimeOffset Until)> Spans { get; } = [];

        public long MostFiles(TimeSpan time) => Most;

        public DeliveryReport Deliver(DateTimeOffset after, DateTimeOffset until, CancellationToken cancellation)
        {
            Delivering?.Invoke(cancellation);
            Spans.Add((after, until));
            return new(1, 2);
        }
    }
}
