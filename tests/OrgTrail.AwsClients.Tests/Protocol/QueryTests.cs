using Amazon.QuerySample;
using Amazon.QuerySample.Model;
using Amazon.Runtime;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests.Protocol;

/// <summary>Each kind of member, in AWS Query.</summary>
public sealed class QueryTests : IDisposable
{
    private readonly ScriptedAws _aws = new();
    private readonly AmazonQuerySampleClient _client;

    public QueryTests() => _client = new(Clients.Keys, new AmazonQuerySampleConfig { ServiceURL = _aws.Endpoint });

    public void Dispose()
    {
        _client.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public async Task A_request_is_one_parameter_a_value()
    {
        _aws.On("querysample", "Echo").Answers("<EchoResponse/>");
        using var bytes = new MemoryStream([1, 2]);

        await _client.EchoAsync(new EchoRequest
        {
            Text = "a",
            Flag = true,
            Small = -7,
            Large = 9007199254740993,
            When = new DateTime(2025, 1, 2, 3, 4, 5, 120, DateTimeKind.Utc),
            Bytes = bytes,
            Colour = Colour.RED,
            Texts = ["b", ""],
            Part = new Part { Text = "c", Parts = [new Part { Text = "d" }] },
            Parts = [new Part { Text = "e" }, new Part { Text = "f" }],
            Names = new() { ["g"] = "h", ["i"] = "j" },
            PartsByName = new() { ["k"] = new Part { Text = "l" } },
        });

        Assert.Equal(
            [
                "Action=Echo", "Bytes=AQI=", "Colour=RED", "Flag=true", "Large=9007199254740993",
                "Names.entry.1.key=g", "Names.entry.1.value=h", "Names.entry.2.key=i", "Names.entry.2.value=j",
                "Part.Parts.member.1.Text=d", "Part.Text=c", "Parts.member.1.Text=e", "Parts.member.2.Text=f",
                "PartsByName.entry.1.key=k", "PartsByName.entry.1.value.Text=l",
                "Small=-7", "Text=a", "Texts.member.1=b", "Texts.member.2=", "Version=1", "When=2025-01-02T03:04:05.12Z",
            ],
            _aws.Calls.Single().Text.Split('&').Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_kind_is_read()
    {
        var read = await Read("""
            <Text>a &amp; b</Text><Flag>true</Flag><Small>-7</Small><Large>9007199254740993</Large><When>2025-01-02T05:04:05.5+02:00</When>
            <Bytes>AAH+/w==</Bytes><Colour>GREEN</Colour><Texts><member>b</member><member/></Texts>
            <Part><Text>c</Text><Parts><member><Text>d</Text></member></Parts></Part><Parts/>
            <Names><entry><key>e</key><value>f</value></entry><entry><key>g</key><value/></entry></Names>
            <PartsByName><entry><key>h</key><value><Text>i</Text></value></entry></PartsByName><Unknown>x</Unknown>
            """);

        Assert.Equal(("a & b", true, -7, 9007199254740993), (read.Text, read.Flag, read.Small, read.Large));
        Assert.Equal(new DateTime(2025, 1, 2, 3, 4, 5, 500, DateTimeKind.Utc), read.When);
        Assert.Equal([0, 1, 254, 255], read.Bytes!.ToArray());
        Assert.Equal("GREEN", read.Colour!.Value);
        Assert.Equal(["b", ""], read.Texts!);
        Assert.Equal(("c", "d"), (read.Part!.Text, read.Part.Parts!.Single().Text));
        Assert.Empty(read.Parts!);
        Assert.Equal([("e", "f"), ("g", "")], read.Names!.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal("i", read.PartsByName!["h"].Text);
    }

    [Theory]
    [InlineData("<Flag>perhaps</Flag>", "Flag is neither true nor false")]
    [InlineData("<Small>1.5</Small>", "Small is no whole number")]
    [InlineData("<Small>2147483648</Small>", "Small is a number out of range")]
    [InlineData("<Large></Large>", "Large is no whole number")]
    [InlineData("<When>soon</When>", "When is no time")]
    [InlineData("<Bytes>not Base64!</Bytes>", "Bytes is no Base64")]
    [InlineData("<Text><b>bold</b></Text>", "Text is a structure, not text")]
    [InlineData("<Texts><item>a</item></Texts>", "Texts has something else in it than member")]
    [InlineData("<Texts>a</Texts>", "Texts has something else in it than member")]
    [InlineData("<Parts><member><Parts><member><Text><b/></Text></member></Parts></member></Parts>", "Parts[0].Parts[0].Text is a structure")]
    [InlineData("<Names><entry><value>a</value></entry></Names>", "Names has an entry without key")]
    [InlineData("<Names><entry><key>a</key></entry></Names>", "Names has an entry without value")]
    [InlineData("<Names><member/></Names>", "Names has something else in it than entry")]
    public async Task What_is_of_another_kind_is_no_answer(string result, string fault)
    {
        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => Read(result));

        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
    }

    private Task<EchoResponse> Read(string result)
    {
        _aws.On("querysample", "Echo").Answers($"<EchoResponse><EchoResult>{result}</EchoResult></EchoResponse>");
        return _client.EchoAsync(new EchoRequest());
    }
}
