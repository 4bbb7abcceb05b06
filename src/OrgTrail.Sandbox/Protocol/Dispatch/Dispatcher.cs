using OrgTrail.Sandbox.Faults;
using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Protocol.Dispatch;

/// <summary>Brings each request to its service, and its answer or refusal back.</summary>
internal sealed class Dispatcher(SandboxRuntime runtime) : IHttpHandler
{
    // No AWS SDK repeats a call that is refused so.
    private const int InsufficientStorage = 507;

    // A name may be as long as a header.
    private const int LongestOperation = 128;

    private readonly CallRecognition _recognition = new(runtime.Services, runtime.Context);
    private readonly FaultySide _faulty = new(runtime);
    private long _calls;

    /// <summary>How many calls came so far.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>Told of each call of a service before its answer leaves, by the thread that serves it.</summary>
    public event Action<SandboxCall>? Answered;

    /// <inheritdoc/>
    public HttpAnswer Answer(HttpRequest request)
    {
        Interlocked.Increment(ref _calls);
        var arrival = runtime.Context.Clock.Now;
        var recognised = _recognition.Recognise(request);
        if (recognised.Refusal is { } refusal) return new(Refused(recognised, refusal));
        _faulty.Before(recognised.Call);
        var fault = runtime.Faults.Next(recognised.Call);
        var answer = fault is null ? new(Served(recognised, recognised.Service!)) : Faulty(recognised, fault);
        Note(arrival, recognised.Call, answer.Response?.Status, fault?.Kind);
        return answer;
    }

    /// <inheritdoc/>
    public HttpResponse Refuse(HttpRequest? request, AwsErrorException refusal)
    {
        if (request is null) return Stamped(WireShape.Rest, Refusals.Write(WireShape.Rest, refusal));
        return Refused(_recognition.Recognise(request), refusal);
    }

    /// <inheritdoc/>
    public void Report(Exception unexpected) => runtime.Errors.Add("a connection", unexpected);

    private void Note(DateTimeOffset arrival, ServiceCall call, int? status, FaultKind? fault)
    {
        var operation = call.Operation.Length <= LongestOperation ? call.Operation : call.Operation[..LongestOperation];
        var noted = new SandboxCall(arrival, call.Service, operation, call.Region, call.AccountId, status, fault);
        runtime.Calls.Add(noted);
        Answered?.Invoke(noted);
    }

    private HttpAnswer Faulty(Recognised recognised, Fault fault)
    {
        var service = recognised.Service!;
        return fault.Kind switch
        {
            FaultKind.Throttling => new(Refused(recognised, FaultRefusals.Throttling(recognised.Call.Service))),
            FaultKind.ServerError => new(Refused(recognised, FaultRefusals.ServerError(recognised.Call.Service, fault.Status))),
            FaultKind.AccessDenied => new(Refused(recognised, FaultRefusals.AccessDenied(recognised.Call, _faulty.CallerOf(recognised.Call)))),
            FaultKind.ConnectionReset => new(Response: null),
            FaultKind.LostAnswer => new(Served(recognised, service)) { IsLost = true },
            FaultKind.Hang => new(Response: null, Timeout.InfiniteTimeSpan),
            FaultKind.HangAfter => new(Served(recognised, service), Timeout.InfiniteTimeSpan),
            FaultKind.Latency => new(Served(recognised, service), TimeSpan.FromSeconds(fault.Seconds)),
            FaultKind.LatePolicyPropagation => new(_faulty.PropagateLate(recognised.Call, fault, () => Served(recognised, service))),
            _ => new(Served(recognised, _faulty.OlderService(service))),
        };
    }

    private HttpResponse Served(Recognised recognised, IService service)
    {
        try
        {
            runtime.StateSize.Require(recognised.Call);
            return Stamped(recognised.Shape, service.Answer(recognised.Call));
        }
        catch (OrgTrailException full) when (full.Problem.Kind == ProblemKind.LimitExceeded)
        {
            return Refused(recognised, new AwsErrorException(full.Problem.Id, $"{full.Problem} {full.Problem.Advice}", InsufficientStorage));
        }
        catch (AwsErrorException refusal)
        {
            return Refused(recognised, refusal);
        }
        catch (Exception failure)
        {
            runtime.Errors.Add($"{recognised.Call.Service} {recognised.Call.Operation}", failure);
            return Refused(recognised, Refusals.InternalFailure(recognised.Shape, failure));
        }
    }

    private HttpResponse Refused(Recognised recognised, AwsErrorException refusal)
    {
        try
        {
            return Stamped(
                recognised.Shape,
                recognised.Service?.Refuse(recognised.Call, refusal) ?? Refusals.Write(recognised.Shape, refusal));
        }
        catch (Exception failure)
        {
            runtime.Errors.Add($"{recognised.Call.Service} {recognised.Call.Operation}", failure);
            return Stamped(recognised.Shape, Refusals.Write(recognised.Shape, refusal));
        }
    }

    private static HttpResponse Stamped(WireShape shape, HttpResponse response)
    {
        var name = shape == WireShape.Rest ? "x-amz-request-id" : "x-amzn-RequestId";
        return response.Headers.Any(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            ? response
            : response.With(name, RequestId.New());
    }
}
