using System.Globalization;
using Amazon.JsonSample;
using Amazon.JsonSample.Model;
using Amazon.Runtime;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests.Protocol;

/// <summary>Each kind of member, in AWS JSON.</summary>
public sealed class JsonTests : IDisposable
{
    private readonly ScriptedAws _aws = new();
    private readonly AmazonJsonSampleClient _client;

    public JsonTests() => _client = new(Clients.Keys, new AmazonJsonSampleConfig { ServiceURL = _aws.Endpoint });

    public void Dispose()
    {
        _client.Dispose();
        _aws.Dispose();
    }

    [Theory]
    [InlineData("2025-01-02T03:04:05Z", "1735787045")]
    [InlineData("2025-01-02T03:04:05.1230000Z", "1735787045.123")]
    [InlineData("2025-01-02T03:04:05.1234567Z", "1735787045.1234567")]
    [InlineData("1969-12-31T23:59:59.5000000Z", "-0.5")]
    [InlineData("2025-01-02T05:04:05+02:00", "1735787045")]
    public async Task A_time_is_written_in_seconds_and_read_back(string time, string seconds)
    {
        _aws.On("jsonsample", "Echo").AnswersWith(call => call.Text);
        var value = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).LocalDateTime;

        var read = (await _client.EchoAsync(new EchoRequest { When = value })).When!.Value;

        Assert.Equal($$"""{"When":{{seconds}}}""", _aws.Calls.Single().Text);
        Assert.Equal((value.ToUniversalTime(), DateTimeKind.Utc), (read, read.Kind));
    }

    [Theory]
    [InlineData("\"2025-01-02T03:04:05Z\"")]
    [InlineData("\"2025-01-02T05:04:05+02:00\"")]
    [InlineData("1735787045.0")]
    [InlineData("1.735787045e9")]
    public async Task A_time_is_read_in_every_form(string json) =>
        Assert.Equal(new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc), (await Read($$"""{"When":{{json}}}""")).When);

    [Fact]
    public async Task Bytes_are_written_in_Base64_from_their_beginning_and_read_back()
    {
        _aws.On("jsonsample", "Echo").AnswersWith(call => call.Text);
        using var bytes = new MemoryStream([0, 1, 254, 255]) { Position = 3 };

        using var read = (await _client.EchoAsync(new EchoRequest { Bytes = bytes })).Bytes;

        Assert.Equal("AAH+/w==", _aws.Calls.Single().Member("Bytes"));
        Assert.Equal(bytes.ToArray(), read!.ToArray());
        Assert.Equal(0, read.Position);
    }

    [Fact]
    public async Task Every_kind_comes_back_as_it_went_out()
    {
        const string All = """{"Text":"a","Flag":false,"Small":-7,"Large":9007199254740993,"Colour":"RED","Texts":["b",""],"Part":{"Text":"c","Parts":[{"Text":"d"}]},"Parts":[{},{"Parts":[]}],"Names":{"e":"f","g":""},"PartsByName":{"h":{"Text":"i"}}}""";
        _aws.On("jsonsample", "Echo").AnswersWith(call => call.Text);

        var read = await _client.EchoAsync(new EchoRequest
        {
            Text = "a",
            Flag = false,
            Small = -7,
            Large = 9007199254740993,
            Colour = Colour.RED,
            Texts = ["b", ""],
            Part = new Part { Text = "c", Parts = [new Part { Text = "d" }] },
            Parts = [new Part(), new Part { Parts = [] }],
            Names = new() { ["e"] = "f", ["g"] = "" },
            PartsByName = new() { ["h"] = new Part { Text = "i" } },
        });
        await _client.EchoAsync(new EchoRequest
        {
            Text = read.Text,
            Flag = read.Flag,
            Small = read.Small,
            Large = read.Large,
            Colour = read.Colour,
            Texts = read.Texts,
            Part = read.Part,
            Parts = read.Parts,
            Names = read.Names,
            PartsByName = read.PartsByName,
        });

        Assert.Equal([All, All], _aws.Calls.Select(call => call.Text));
        Assert.Same(Colour.RED, read.Colour);
    }

    [Theory]
    [InlineData("""{"When":true}""", "When")]
    [InlineData("""{"When":"soon"}""", "When is no time")]
    [InlineData("""{"When":1e25}""", "When is a time out of range")]
    [InlineData("""{"When":1e300}""", "When is Number, not time")]
    [InlineData("""{"Bytes":"not Base64!"}""", "Bytes is String, not Base64")]
    [InlineData("""{"Bytes":7}""", "Bytes is Number, not Base64")]
    [InlineData("""{"Flag":"true"}""", "Flag is String, not true or false")]
    [InlineData("""{"Small":1.5}""", "Small is Number, not whole number")]
    [InlineData("""{"Small":2147483648}""", "Small is a number out of range")]
    [InlineData("""{"Large":9223372036854775808}""", "Large is Number, not whole number")]
    [InlineData("""{"Colour":{}}""", "Colour is Object, not text")]
    [InlineData("""{"Texts":[null]}""", "Texts[0] is null")]
    [InlineData("""{"Part":[]}""", "Part is Array, not structure")]
    [InlineData("""{"Part":{"Parts":[{"Parts":[7]}]}}""", "Part.Parts[0].Parts[0] is Number, not structure")]
    [InlineData("""{"Names":{"a":null}}""", "Names[a] is null")]
    [InlineData("""{"PartsByName":{"a":{"Text":7}}}""", "PartsByName[a].Text is Number, not text")]
    [InlineData("""{"Text":"a",}""", "trailing comma")]
    [InlineData("""{"\ud800":1}""", "has a name that is not UTF-8")]
    public async Task What_is_of_another_kind_is_no_answer(string body, string fault)
    {
        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => Read(body));

        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
    }

    private Task<EchoResponse> Read(string body)
    {
        _aws.On("jsonsample", "Echo").Answers(body);
        return _client.EchoAsync(new EchoRequest());
    }
}
