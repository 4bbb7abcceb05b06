using System.Collections.Concurrent;
using System.Globalization;

namespace OrgTrail.Testing;

/// <summary>
/// Plays scripted AWS answers on loopback and records every call. A script player, no emulator: what has no script is
/// refused, and recorded in <see cref="Unexpected"/>.
/// </summary>
public sealed partial class ScriptedAws : IDisposable
{
    private readonly ConcurrentDictionary<string, AwsScript> _scripts = new(StringComparer.Ordinal);
    private readonly CallLog _log = new();
    private readonly ConcurrentQueue<string> _unexpected = new();
    private readonly LoopbackHttpServer _server;
    private int _requests;

    /// <summary>Starts listening on a free port, with an empty script.</summary>
    public ScriptedAws() => _server = new LoopbackHttpServer(ServeAsync);

    /// <summary>What goes into <c>-EndpointUrl</c>, <c>ServiceURL</c> or <c>AWS_ENDPOINT_URL</c>.</summary>
    public string Endpoint => $"http://127.0.0.1:{_server.Port}";

    /// <summary>How far this server's clock, which its Date header shows, is ahead of the client's.</summary>
    public TimeSpan ClockSkew { get; set; }

    /// <summary>The request id of every answer; counted when it is <see langword="null"/>.</summary>
    public string? RequestId { get; set; }

    /// <summary>All calls so far, in the order of their arrival; a retried one counts each time.</summary>
    public IReadOnlyList<AwsCall> Calls => _log.Calls;

    /// <summary>What no script answered, one sentence each. Assert that it is empty.</summary>
    public IReadOnlyList<string> Unexpected => _unexpected.ToArray();

    /// <summary>Starts a new script for an operation, in place of the one it had.</summary>
    /// <param name="service">As in <see cref="AwsCall.Service"/>.</param>
    /// <param name="operation">As in <see cref="AwsCall.Operation"/>.</param>
    public AwsScript On(string service, string operation) => _scripts[$"{service}.{operation}"] = new AwsScript();

    /// <summary>The calls of one operation so far.</summary>
    public IReadOnlyList<AwsCall> CallsOf(string service, string operation) =>
        Calls.Where(call => call.Service == service && call.Operation == operation).ToArray();

    /// <summary>Completes with the first call of an operation, also when it came already. For tests that interrupt a hanging call.</summary>
    public Task<AwsCall> FirstCall(string service, string operation) => _log.FirstAsync($"{service}.{operation}");

    /// <summary>Forgets the calls so far, not the scripts.</summary>
    public void ClearCalls() => _log.Clear();

    /// <summary>Stops listening; clients that still wait are disconnected.</summary>
    public void Dispose() => _server.Dispose();

    /// <summary>Adds what every answer of AWS carries.</summary>
    internal HttpResponse Stamp(HttpResponse response)
    {
        var id = RequestId ?? $"00000000-0000-0000-0000-{Interlocked.Increment(ref _requests):D12}";
        return response
            .With("x-amzn-RequestId", id)
            .With("x-amz-request-id", id)
            .With("Date", DateTimeOffset.UtcNow.Add(ClockSkew).ToString("R", CultureInfo.InvariantCulture));
    }

    private async Task<bool> ServeAsync(HttpConnection connection, HttpRequest request, CancellationToken stopping)
    {
        var call = CallRecognition.Recognize(request);
        _log.Add(call);

        var exchange = new Exchange(this, call, request, connection, stopping);
        if (_scripts.GetValueOrDefault(call.ToString())?.Next() is not { } reply)
            return await RefuseAsync(exchange, "UnscriptedCall", $"{call} has no script (any more): {call.Text}").ConfigureAwait(false);

        try
        {
            return await reply(exchange).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The client left while it was being answered.
            call.Abandon();
            return false;
        }
        catch (Exception broken) when (broken is InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException)
        {
            return await RefuseAsync(exchange, "BrokenScript", $"The script of {call} failed: {broken.Message}").ConfigureAwait(false);
        }
    }

    private Task<bool> RefuseAsync(Exchange exchange, string code, string message)
    {
        _unexpected.Enqueue(message);
        return exchange.SendAsync(AwsAnswer.Error(exchange.Call, code, message, status: 400));
    }
}
