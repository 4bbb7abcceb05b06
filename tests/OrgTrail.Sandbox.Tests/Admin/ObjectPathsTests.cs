using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Tests.Admin;

/// <summary>What a rehearsal of an incident does to delivered files.</summary>
public sealed class ObjectPathsTests : IDisposable
{
    private const string Key = "AWSLogs/1.json.gz";
    private static readonly DateTimeOffset Written = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private readonly SandboxServer _server = SandboxServer.Start(new() { Time = new ManualTime() });

    public ObjectPathsTests()
    {
        _server.State.S3.Buckets["audit"] = new SandboxBucket
        {
            Name = "audit",
            OwnerAccountId = "111111111111",
            Region = "us-east-1",
            Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::audit","arn:aws:s3:::audit/*"]}}""",
        };
        _server.Context.Objects.Put("audit", Key, new byte[] { 1, 2, 3 }, new Dictionary<string, string> { ["x-amz-meta-signature"] = "00", ["content-encoding"] = "gzip" }, Written);
    }

    public void Dispose()
    {
        Assert.Empty(_server.InternalErrors);
        _server.Dispose();
    }

    [Fact]
    public void An_object_is_read_as_it_is_stored_whatever_the_policy_says()
    {
        var read = Json(Send("GET", $"objects?Bucket=audit&Key={Uri.EscapeDataString(Key)}"));

        Assert.Equal([1, 2, 3], read["Content"]!.GetValue<string>() is var text ? Convert.FromBase64String(text) : []);
        Assert.Equal("00", (string?)read["Headers"]!["x-amz-meta-signature"]);
        Assert.Equal([Key], Json(Send("GET", "objects?Bucket=audit&Prefix=AWS"))["Keys"]!.AsArray().Select(key => (string?)key));
        Assert.Empty(Json(Send("GET", "objects?Bucket=audit&Prefix=x"))["Keys"]!.AsArray());
    }

    [Fact]
    public void Other_bytes_keep_the_headers_and_the_time()
    {
        Assert.Equal(204, Send("PUT", "objects", new { Bucket = "audit", Key, Content = new byte[] { 9 } }).Status);

        var stored = _server.Context.Objects.Find("audit", Key)!;
        Assert.Equal([9], _server.Context.Objects.Read(stored).ToArray());
        Assert.Equal((Written, "00"), (stored.LastModified, stored.Headers["x-amz-meta-signature"]));
    }

    [Fact]
    public void Headers_are_set_and_taken_away_and_the_bytes_stay()
    {
        Send("PUT", "objects", new { Bucket = "audit", Key, Headers = new Dictionary<string, string?> { ["X-Amz-Meta-Signature"] = "ff", ["content-encoding"] = null } });

        var stored = _server.Context.Objects.Find("audit", Key)!;
        Assert.Equal(["x-amz-meta-signature=ff"], stored.Headers.Select(header => $"{header.Key}={header.Value}"));
        Assert.Equal([1, 2, 3], _server.Context.Objects.Read(stored).ToArray());
    }

    [Fact]
    public void A_new_object_can_be_smuggled_in_with_a_time_of_its_own()
    {
        Send("PUT", "objects", new { Bucket = "audit", Key = "AWSLogs/2.json.gz", Content = new byte[] { 7 }, LastModified = Written.AddDays(-1) });
        Assert.Equal(Written.AddDays(-1), _server.Context.Objects.Find("audit", "AWSLogs/2.json.gz")!.LastModified);
    }

    [Fact]
    public void An_object_is_moved_as_it_is_and_removed()
    {
        Assert.Equal(204, Send("POST", "objects/move", new { Bucket = "audit", Key, ToKey = "elsewhere" }).Status);
        Assert.Equal(["elsewhere"], _server.Objects.List("audit"));
        Assert.Equal(Written, _server.Context.Objects.Find("audit", "elsewhere")!.LastModified);

        Assert.Equal(204, Send("DELETE", "objects", new { Bucket = "audit", Key = "elsewhere" }).Status);
        Assert.Empty(_server.Objects.List("audit"));
        Assert.Empty(_server.Context.State.CloudTrail.Trails);
        Assert.Equal(0, _server.Calls);
    }

    [Theory]
    [InlineData("PUT", "objects", """{"Bucket":"none","Key":"k","Content":"AA=="}""", "NoSuchBucket")]
    [InlineData("PUT", "objects", """{"Bucket":"audit","Key":"none"}""", "NoSuchObject")]
    [InlineData("POST", "objects/move", """{"Bucket":"audit","Key":"none","ToKey":"k"}""", "NoSuchObject")]
    [InlineData("GET", "objects?Bucket=audit&Key=none", "", "NoSuchObject")]
    [InlineData("GET", "objects", "", "MalformedBody")]
    [InlineData("PUT", "objects", """{"Key":"k"}""", "MalformedBody")]
    public void What_names_nothing_is_refused(string method, string path, string body, string error)
    {
        var answer = Send(method, path, body);
        Assert.Equal((400, error), (answer.Status, (string?)Json(answer)["Error"]));
    }

    private static JsonNode Json(RawAnswer answer) => JsonNode.Parse(answer.Body)!;

    private RawAnswer Send(string method, string path, object body) => Send(method, path, JsonSerializer.Serialize(body));

    private RawAnswer Send(string method, string path, string body = "")
    {
        using var client = new RawClient(_server.Endpoint);
        client.Send($"{method} /_sandbox/{path} HTTP/1.1\r\nX-OrgTrail-Sandbox: admin\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        return client.Read();
    }
}
