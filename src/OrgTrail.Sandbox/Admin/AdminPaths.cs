using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Faults;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Protocol.Dispatch;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Admin;

/// <summary>
/// What can be done to the sandbox over HTTP besides AWS's calls: paths below <c>/_sandbox/</c>, which no bucket can be
/// named like. They are unsigned and speak JSON, and want a header that no web page can send: a browser would first ask for
/// leave (CORS), and is never given it.
/// </summary>
internal sealed class AdminPaths(SandboxRuntime runtime, Dispatcher dispatcher) : IHttpHandler
{
    private const string Prefix = "/_sandbox/";
    private const string ContentType = "application/json";
    private const string Header = "X-OrgTrail-Sandbox";
    private const string HeaderValue = "admin";
    private readonly ObjectPaths _objects = new(new SandboxObjects(runtime.Context));

    /// <inheritdoc/>
    public HttpAnswer Answer(HttpRequest request)
    {
        if (!request.Path.StartsWith(Prefix, StringComparison.Ordinal) || request.Header("Authorization") is not null)
            return dispatcher.Answer(request);
        if (request.Header(Header) != HeaderValue || request.Header("Origin") is not null)
            return new(Refusal(403, new("MissingAdminHeader", ProblemKind.PermissionDenied, $"The paths below {Prefix} are for scripts, not for web pages.", $"Send the header {Header}: {HeaderValue}, and no header Origin.")));
        return request.Path == Prefix + "advance" && request.Method == "POST"
            ? new(Response: null) { Work = gone => Guarded(request, () => Json(runtime.Advance(Body<Advancing>(request).Time, gone))) }
            : new(Guarded(request, () => Answer(request, request.Path[Prefix.Length..])));
    }

    /// <inheritdoc/>
    public HttpResponse Refuse(HttpRequest? request, AwsErrorException refusal) => dispatcher.Refuse(request, refusal);

    /// <inheritdoc/>
    public void Report(Exception unexpected) => dispatcher.Report(unexpected);

    private HttpResponse Guarded(HttpRequest request, Func<HttpResponse> answer)
    {
        try
        {
            return answer();
        }
        catch (OrgTrailException refused)
        {
            return Refusal(400, refused.Problem);
        }
        catch (JsonException malformed)
        {
            return Refusal(400, new("MalformedBody", ProblemKind.InvalidInput, $"The body is not what this path takes: {malformed.Message}", "Correct the JSON and try again."));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            runtime.Errors.Add($"{request.Method} {request.Path}", failure);
            return Refusal(500, new("InternalFailure", ProblemKind.ServiceFailed, $"The sandbox failed with {failure.GetType().Name}.", "This is a defect of the sandbox."));
        }
    }

    private HttpResponse Answer(HttpRequest request, string path) => (request.Method, path) switch
    {
        ("GET", "health") => Json(Health()),
        ("GET", "state") => new(200, [new("Content-Type", ContentType)], runtime.WriteState()),
        ("PUT" or "POST", "state") => Done(() => runtime.ReplaceState(StateText.Read(request.Body.Span, "The body"))),
        ("POST", "reset") => Done(runtime.Reset),
        ("GET", "faults") => Json(runtime.Faults.All),
        ("POST", "faults") => Done(() => runtime.Faults.Add(Body<Fault>(request))),
        ("DELETE", "faults") => Done(runtime.Faults.Clear),
        ("GET", "calls") => Json(Calls()),
        ("DELETE", "calls") => Done(runtime.Calls.Clear),
        ("GET", "objects") => Json(_objects.Get(request)),
        ("PUT", "objects") => Done(() => _objects.Put(Body<ObjectPaths.Writing>(request))),
        ("DELETE", "objects") => Done(() => _objects.Delete(Body<ObjectPaths.Naming>(request))),
        ("POST", "objects/move") => Done(() => _objects.Move(Body<ObjectPaths.Moving>(request))),
        (_, "health" or "state" or "advance" or "reset" or "faults" or "calls" or "objects" or "objects/move") => Refusal(405, new("UnknownMethod", ProblemKind.InvalidInput, $"{Prefix}{path} does not take {request.Method}.", Paths)),
        _ => Refusal(404, new("UnknownPath", ProblemKind.NotFound, $"There is no {Prefix}{path}.", Paths)),
    };

    private const string Paths =
        "There are GET health, GET and PUT state, POST advance {\"Seconds\": 3600}, POST reset, GET, POST and DELETE faults, GET and DELETE calls, GET, PUT and DELETE objects, and POST objects/move.";

    private JsonObject Health() => new()
    {
        ["Status"] = "ok",
        ["Now"] = runtime.Context.Clock.Now,
        ["Calls"] = dispatcher.Calls,
        ["InternalErrors"] = runtime.Errors.All.Count,
    };

    private object Calls()
    {
        var (calls, forgotten) = runtime.Calls.Read();
        return new { Forgotten = forgotten, Calls = calls };
    }

    private static T Body<T>(HttpRequest request) =>
        JsonSerializer.Deserialize<T>(request.Body.Span, StateText.Options) ?? throw new JsonException("It is null.");

    private static HttpResponse Done(Action action)
    {
        action();
        return HttpResponse.Empty(204);
    }

    private static HttpResponse Json<T>(T value) =>
        new(200, [new("Content-Type", ContentType)], JsonSerializer.SerializeToUtf8Bytes(value, StateText.Options));

    private static HttpResponse Refusal(int status, Problem problem) => new(
        status,
        [new("Content-Type", ContentType)],
        JsonSerializer.SerializeToUtf8Bytes(new { Error = problem.Id, Message = problem.What, problem.Advice }, StateText.Options));

    private sealed record Advancing
    {
        public required double Seconds { get; init; }

        public TimeSpan Time => Seconds is > -1e9 and < 1e9 ? TimeSpan.FromSeconds(Seconds) : TimeSpan.MaxValue;
    }
}
