using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Protocol.Dispatch;

namespace OrgTrail.Sandbox.Tests.Observations;

/// <summary>A sandbox with the bucket acme-audit, called without a wire.</summary>
internal sealed class ObservedSandbox : IDisposable
{
    private readonly SandboxRuntime _runtime = new(new SandboxOptions { Time = new ManualTime(), AccountCount = 3 });
    private readonly Dictionary<string, string> _names = [];

    public ObservedSandbox() => Do(new ObservedCall { Do = "PUT /acme-audit" });

    public SandboxContext Context => _runtime.Context;

    public IEnumerable<string> Operations(string service) => _runtime.Services.Single(known => known.SigningName == service) switch
    {
        JsonService json => json.OperationNames,
        QueryService query => query.OperationNames,
        _ => [],
    };

    public void Dispose() => _runtime.Dispose();

    /// <summary>Makes a call that must succeed, and remembers what it names.</summary>
    public void Prepare(ObservedCall call)
    {
        if (call.Do.Split(' ') is ["advance", var time])
        {
            _runtime.Advance(TimeSpan.Parse(time, CultureInfo.InvariantCulture), CancellationToken.None);
            return;
        }

        var answer = Do(call);
        Assert.True(answer.Status is >= 200 and < 300, $"{call.Do}: {answer.Status} {Text(answer)}");
        if (call.As is { } name) _names[name] = call.Of is { } path ? Member(answer, path) : answer.Headers.First(header => header.Key == "x-amz-version-id").Value;
    }

    /// <summary>Makes a call, and gives the answer or the refusal as it goes over the wire.</summary>
    public HttpResponse Do(ObservedCall call)
    {
        var words = Named(call.Do).Split(' ', 2);
        var isS3 = words[1].StartsWith('/');
        var service = _runtime.Services.Single(service => service.SigningName == (isS3 ? "s3" : words[0]));
        var address = isS3 ? words[1].Split('?', 2) : ["/"];
        var headers = call.Headers.ToDictionary(header => header.Key, header => Named(header.Value), StringComparer.OrdinalIgnoreCase);
        var http = new HttpRequest(isS3 ? words[0] : "POST", address[0], address.Length > 1 ? address[1] : "", headers, Encoding.UTF8.GetBytes(Body(call, service)));
        var made = new ServiceCall(http, service.SigningName, isS3 ? S3Operation.Name(http) : words[1], call.Region, call.Account, call.Account);
        try
        {
            return service.Answer(made);
        }
        catch (AwsErrorException refusal)
        {
            return service.Refuse(made, refusal);
        }
    }

    /// <summary>The text with the names that calls before gave to what they made.</summary>
    public string Named(string text) => _names.Aggregate(text, (all, name) => all.Replace($"{{{name.Key}}}", name.Value, StringComparison.Ordinal));

    public static string Text(HttpResponse answer) => Encoding.UTF8.GetString(answer.Body.Span);

    private string Body(ObservedCall call, IService service) => call.Body switch
    {
        null => service is JsonService ? "{}" : "",
        JsonObject parameters when service is QueryService => string.Join('&', parameters.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(Named(parameter.Value!.GetValue<string>()))}")),
        JsonValue text => Named(text.GetValue<string>()),
        var json => Named(json.ToJsonString()),
    };

    private static string Member(HttpResponse answer, string path)
    {
        var text = Text(answer);
        if (text.StartsWith('<')) return XElement.Parse(text).Descendants().First(element => element.Name.LocalName == path).Value;
        return path.Split('.').Aggregate(JsonNode.Parse(text), (node, name) => node![name])!.GetValue<string>();
    }
}
