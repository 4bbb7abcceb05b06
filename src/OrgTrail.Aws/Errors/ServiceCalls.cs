using OrgTrail.Problems;

namespace OrgTrail.Aws.Errors;

/// <summary>Sends the requests to one service, so that whatever fails comes out as <see cref="OrgTrailException"/>.</summary>
/// <param name="service">The service's short name, as <see cref="ServiceFault"/> has it.</param>
/// <param name="time">The clock and the timer of the waits.</param>
internal sealed class ServiceCalls(string service, TimeProvider time)
{
    // What the SDK tries again is over within two or three seconds. Services that are in trouble throttle for longer: with
    // pauses of 1, 2, 3 and 4 seconds ten of them are outlived.
    private const int MostPauses = 4;

    /// <summary>Sends one request, and again while the service asks for fewer.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="send">Sends it, with the same token.</param>
    /// <param name="cancellation">The user's token. Cancelling is no error: it comes out as <see cref="OperationCanceledException"/>.</param>
    public async Task<T> SendAsync<T>(string operation, Func<Task<T>> send, CancellationToken cancellation)
    {
        for (var pause = 1; ; pause++)
        {
            try
            {
                return await SendOnceAsync(operation, send, cancellation).ConfigureAwait(false);
            }
            catch (OrgTrailException refusal) when (refusal.Problem.Kind == ProblemKind.Throttled && pause <= MostPauses)
            {
                await Task.Delay(TimeSpan.FromSeconds(pause), time, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Sends one request, once: before it is sent again, its sender has to look.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public async Task<T> SendOnceAsync<T>(string operation, Func<Task<T>> send, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            // On the way to a request the SDK asks for credentials, which takes no token: that is left behind.
            return await send().WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (cancellation.IsCancellationRequested || FaultTranslation.IsFault(exception))
        {
            // A request that is being cancelled can fail in other ways first, for example on its closed connection.
            cancellation.ThrowIfCancellationRequested();
            throw FaultTranslation.ToException(FaultTranslation.Translate(service, operation, exception), exception);
        }
    }

    /// <summary>A member that the answer of an operation always has. A list may be empty; without it, it is not known what there is.</summary>
    /// <exception cref="OrgTrailException">It is missing: then no AWS answered, but for example a proxy with a page of its own.</exception>
    public T Required<T>(string operation, T? member)
        where T : class => member ?? throw Lacking(operation);

    /// <inheritdoc cref="Required{T}(string, T)"/>
    public T Required<T>(string operation, T? member)
        where T : struct => member ?? throw Lacking(operation);

    /// <summary>The policy that an answer consists of.</summary>
    /// <exception cref="OrgTrailException">It is blank, cut off, or something else, such as the page of a proxy: not known is not the same as none.</exception>
    public string Policy(string operation, string? text)
    {
        if (PolicyText.Defect(text) is { } defect) throw Unusable(operation, defect);
        return PolicyText.IsWhole(text!) ? text! : throw new OrgTrailException(PolicyText.NotWhole(service, operation));
    }

    /// <summary>The exception for an answer that is none of the service.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="why">What shows it.</param>
    public OrgTrailException Unusable(string operation, string why) =>
        new(ProblemTable.For(new ServiceFault(service, operation, ServiceFaultKind.Unreadable) { Message = why }));

    private OrgTrailException Lacking(string operation) => Unusable(operation, "The answer lacks what it must have.");
}
