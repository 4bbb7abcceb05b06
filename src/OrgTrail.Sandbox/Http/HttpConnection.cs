using System.Net.Sockets;
using System.Runtime.CompilerServices;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Http;

/// <summary>One client's connection: its requests are answered in the order in which they came.</summary>
internal sealed class HttpConnection(Wire wire, HttpServer server)
{
    private readonly MemoryShare _share = new(server.Memory);

    /// <summary>Serves the client until it, or the server, goes away.</summary>
    public Task RunAsync() => ServeAsync(async reader =>
    {
        while (await ExchangeAsync(reader).ConfigureAwait(false))
            _share.Return();
    });

    /// <summary>Tells the client why it is not served.</summary>
    public Task TurnAwayAsync(AwsErrorException refusal) => ServeAsync(async reader =>
    {
        await RefuseAsync(null, refusal).ConfigureAwait(false);
        await reader.DrainAsync().ConfigureAwait(false);
    });

    private async Task ServeAsync(Func<RequestReader, Task> serve)
    {
        using var reader = new RequestReader(wire, server.Limits, _share);
        try
        {
            await serve(reader).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Clients come and go, at any byte.
        }
        catch (Exception unexpected)
        {
            // The outermost edge: one client's trouble is not the others'.
            server.Handler.Report(unexpected);
        }
        finally
        {
            _share.Return();
            wire.Dispose();
        }
    }

    /// <returns>Whether there may be another.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ExchangeAsync(RequestReader reader)
    {
        RequestHead? head = null;
        HttpRequest request;
        try
        {
            head = await reader.ReadHeadAsync().ConfigureAwait(false);
            if (head is null) return false;
            var body = await reader.ReadBodyAsync(head).ConfigureAwait(false);
            request = head.With(AwsChunks.TakeOff(head, body));
        }
        catch (AwsErrorException refusal)
        {
            await RefuseAsync(head, refusal).ConfigureAwait(false);
            await reader.DrainAsync().ConfigureAwait(false);
            return false;
        }

        wire.AllowAnything();
        var answer = server.Handler.Answer(request);
        if (answer.Work is { } work) answer = new(await DoAsync(work).ConfigureAwait(false));
        if (answer.Delay != TimeSpan.Zero && !await HoldBackAsync(answer.Delay).ConfigureAwait(false)) return false;
        if (answer.Response is null || answer.IsLost)
        {
            wire.Reset();
            return false;
        }

        await SendAsync(head, Afforded(request, answer.Response), closes: !head.KeepsAlive).ConfigureAwait(false);
        return head.KeepsAlive;
    }

    private HttpResponse Afforded(HttpRequest request, HttpResponse response)
    {
        try
        {
            if (response.Body.Length > MemoryBudget.Small) _share.Take(response.Body.Length);
            return response;
        }
        catch (AwsErrorException refusal)
        {
            return server.Handler.Refuse(request, refusal);
        }
    }

    /// <summary>Does work until it is done, the client goes away, or the server stops.</summary>
    /// <exception cref="OperationCanceledException">It was not done to its end.</exception>
    private async Task<HttpResponse> DoAsync(Func<CancellationToken, HttpResponse> work)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(server.Stopping);
        var working = Task.Run(() => work(over.Token));
        var closing = wire.ClosesAsync(over.Token);
        try
        {
            // What a client sends before it has its answer is its next request, and no reason to stop.
            if (await Task.WhenAny(working, closing).ConfigureAwait(false) == closing && (!closing.IsCompletedSuccessfully || await closing.ConfigureAwait(false)))
                await over.CancelAsync().ConfigureAwait(false);
            return await working.ConfigureAwait(false);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await ((Task)closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Whether the client is still there.</returns>
    private async Task<bool> HoldBackAsync(TimeSpan delay)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(server.Stopping);
        var waiting = Task.Delay(delay, server.Time, over.Token);
        var closing = wire.ClosesAsync(over.Token);
        if (await Task.WhenAny(waiting, closing).ConfigureAwait(false) == closing && await closing.ConfigureAwait(false))
        {
            await over.CancelAsync().ConfigureAwait(false);
            return false;
        }

        await waiting.ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        return true;
    }

    private ValueTask RefuseAsync(RequestHead? head, AwsErrorException refusal) =>
        SendAsync(head, server.Handler.Refuse(head?.With(default), refusal), closes: true);

    private ValueTask SendAsync(RequestHead? head, HttpResponse response, bool closes)
    {
        wire.Allow(server.Limits.Stall);
        return ResponseWriter.SendAsync(wire, response, head?.Method == "HEAD", closes, server.Date.Current);
    }
}
