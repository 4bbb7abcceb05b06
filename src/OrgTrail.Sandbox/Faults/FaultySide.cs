using System.Text.Json;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.Sts;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Faults;

/// <summary>The faults that need a memory: what was, before it was changed.</summary>
internal sealed class FaultySide(SandboxRuntime runtime)
{
    private byte[]? _older;

    /// <summary>Remembers the state before a call that may change it, as long as some fault needs it.</summary>
    public void Before(ServiceCall call)
    {
        if (!runtime.Faults.NeedsOlderState || OperationKind.Reads(call.Operation)) return;
        var state = runtime.Context.State;
        lock (state.Gate)
            _older = JsonSerializer.SerializeToUtf8Bytes(state, StateText.Options);
    }

    /// <summary>The same service as it was before the last change; the service itself when nothing changed since the fault was added.</summary>
    public IService OlderService(IService service)
    {
        if (_older is not { } older) return service;
        // A runtime of its own: whatever this read changes in it is forgotten.
        var state = JsonSerializer.Deserialize<SandboxState>(older, StateText.Options)!;
        return runtime.ServicesOver(state).Single(other => other.SigningName == service.SigningName);
    }

    /// <summary>Makes a call that writes a bucket policy, and keeps the policy before it in effect.</summary>
    public HttpResponse PropagateLate(ServiceCall call, Fault fault, Func<HttpResponse> serve)
    {
        var bucket = Uri.UnescapeDataString(call.Http.Path.Trim('/'));
        var before = PolicyOf(bucket);
        var response = serve();
        if (response.Status is < 200 or > 299) return response;
        var state = runtime.Context.State;
        lock (state.Gate)
        {
            // A policy that was on its way already is overtaken: what was in effect before it still is.
            var inEffect = state.S3.PolicyPropagation.TryGetValue(bucket, out var earlier) ? earlier.Before : before;
            state.S3.PolicyPropagation[bucket] = new PendingPolicy
            {
                Before = inEffect,
                Until = fault.Seconds > 0 ? runtime.Context.Clock.Now.AddSeconds(fault.Seconds) : null,
                Checks = fault.Checks,
            };
        }

        return response;
    }

    /// <summary>The ARN of who calls.</summary>
    public string CallerOf(ServiceCall call)
    {
        var state = runtime.Context.State;
        lock (state.Gate)
            return CallerIdentities.Of(state, call).Arn;
    }

    private string? PolicyOf(string bucket)
    {
        var state = runtime.Context.State;
        lock (state.Gate)
            return state.S3.Buckets.TryGetValue(bucket, out var found) ? found.Policy : null;
    }
}
