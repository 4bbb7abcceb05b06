using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Tests;

/// <summary>One service of each protocol, that remember what they were asked.</summary>
internal sealed class StubServices
{
    public ConcurrentQueue<ServiceCall> Calls { get; } = new();

    public IReadOnlyList<IService> Create(SandboxContext context) =>
        [new Json("cloudtrail", context.State, this), new Json("organizations", context.State, this), new Query(context.State, this), new Rest(context.State, this)];

    private sealed class Json(string name, SandboxState state, StubServices stubs) : JsonService(name, state, new Dictionary<string, Func<ServiceCall, JsonObject, JsonObject?>>
    {
        ["ListTrails"] = (call, _) =>
        {
            stubs.Calls.Enqueue(call);
            return new JsonObject { ["Regions"] = string.Join(',', state.Regions) };
        },
        ["CreateTrail"] = (call, body) =>
        {
            stubs.Calls.Enqueue(call);
            state.Regions.Add((string)body["Name"]!);
            return null;
        },
        ["DeleteTrail"] = (_, _) => throw new AwsErrorException("TrailNotFoundException", "Unknown trail"),
        ["StopLogging"] = (_, _) => throw new InvalidTimeZoneException("broken on purpose"),
    });

    private sealed class Query(SandboxState state, StubServices stubs) : QueryService("sts", "https://sts.amazonaws.com/doc/2011-06-15/", state, new Dictionary<string, Func<ServiceCall, IReadOnlyDictionary<string, string>, XElement[]?>>
    {
        ["GetCallerIdentity"] = (call, form) =>
        {
            stubs.Calls.Enqueue(call);
            return [new XElement("Account", call.AccountId), new XElement("Version", form["Version"])];
        },
        ["AssumeRole"] = (_, _) => throw new InvalidTimeZoneException("broken on purpose"),
    });

    private sealed class Rest(SandboxState state, StubServices stubs) : IService
    {
        public string SigningName => "s3";

        public HttpResponse Answer(ServiceCall serviceCall)
        {
            stubs.Calls.Enqueue(serviceCall);
            if (serviceCall.Operation == "DeleteObject") throw new InvalidTimeZoneException("broken on purpose");
            if (serviceCall.Operation == "PutBucketPolicy")
                state.S3.Buckets[serviceCall.Http.Path.Trim('/')].Policy = System.Text.Encoding.UTF8.GetString(serviceCall.Http.Body.Span);
            return HttpResponse.Text(200, "text/plain", $"{serviceCall.Operation} {serviceCall.Http.Path}");
        }

        public HttpResponse Refuse(ServiceCall serviceCall, AwsErrorException refusal) =>
            HttpResponse.Text(refusal.Status, "application/xml", $"<Error><Code>{refusal.Code}</Code><Message>{refusal.Message}</Message></Error>");
    }
}
