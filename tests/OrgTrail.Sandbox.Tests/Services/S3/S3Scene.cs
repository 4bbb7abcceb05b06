using System.Text;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.S3;
using OrgTrail.Sandbox.State;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Tests.Services.S3;

/// <summary>S3 called without a wire, with a bucket of the management account.</summary>
internal sealed class S3Scene : IDisposable
{
    public const string Owner = "111111111111";
    public const string Other = "222222222222";
    public const string Bucket = "acme-audit";
    public static readonly DateTimeOffset Start = new(2026, 3, 4, 5, 6, 7, 890, TimeSpan.Zero);

    private readonly S3Service _service;

    public S3Scene()
    {
        Context = new SandboxContext(State, Objects, new SandboxClock(new FixedTime(Start)), new Random(1));
        _service = new S3Service(Context);
        Call("PUT", $"/{Bucket}");
    }

    public SandboxState State { get; } = new();

    public ObjectStore Objects { get; } = new();

    public SandboxContext Context { get; }

    public SandboxBucket TheBucket => State.S3.Buckets[Bucket];

    /// <summary>Calls, and gives the answer or the refusal as it goes over the wire.</summary>
    public HttpResponse Call(
        string method, string address, string body = "", string account = Owner, string region = "us-east-1", string? accessKey = null, params (string Name, string Value)[] headers)
    {
        var parts = address.Split('?', 2);
        var fields = headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
        var http = new HttpRequest(method, parts[0], parts.Length > 1 ? parts[1] : "", fields, Encoding.UTF8.GetBytes(body));
        var call = new ServiceCall(http, "s3", "", region, account, accessKey ?? account);
        try
        {
            return _service.Answer(call);
        }
        catch (AwsErrorException refusal)
        {
            return _service.Refuse(call, refusal);
        }
    }

    public HttpResponse Put(string key, string content, params (string Name, string Value)[] headers) =>
        Call("PUT", $"/{Bucket}/{key}", content, headers: headers);

    public HttpResponse Get(string key, params (string Name, string Value)[] headers) => Call("GET", $"/{Bucket}/{key}", headers: headers);

    /// <summary>Keys and, behind them, common prefixes of a listing, and the whole answer.</summary>
    public (string[] Keys, string[] Prefixes, XElement Answer) List(string query)
    {
        var answer = Xml(Call("GET", $"/{Bucket}?{query}"));
        return (
            [.. answer.Elements("Contents").Select(entry => entry.Element("Key")!.Value)],
            [.. answer.Elements("CommonPrefixes").Select(entry => entry.Element("Prefix")!.Value)],
            answer);
    }

    public void Dispose() => Objects.Dispose();

    public static string Text(HttpResponse answer)
    {
        if (answer.Source is not { } source) return Encoding.UTF8.GetString(answer.Body.Span);
        var bytes = new byte[source.Length];
        source.Read(0, bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The answer's XML without its namespace.</summary>
    public static XElement Xml(HttpResponse answer)
    {
        var root = XElement.Parse(Text(answer));
        foreach (var element in root.DescendantsAndSelf())
            element.Name = element.Name.LocalName;
        return root;
    }

    public static string? Header(HttpResponse answer, string name) =>
        answer.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Demands a refusal.</summary>
    public static XElement Refused(HttpResponse answer, int status, string code)
    {
        var error = answer.Body.IsEmpty ? null : Xml(answer);
        Assert.Equal((status, code), (answer.Status, error?.Element("Code")?.Value));
        return error!;
    }
}
