using OrgTrail.Problems;

namespace OrgTrail.Aws.Errors;

/// <summary>Sends the requests to one service, so that whatever fails comes out as <see cref="OrgTrailException"/>.</summary>
/// <param name="service">The service's short name, as <see cref="ServiceFault"/> has it.</param>
internal sealed class ServiceCalls(string service)
{
    /// <summary>Sends one request.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="send">Sends it, with the same token.</param>
    /// <param name="cancellation">The user's token. Cancelling is no error: it comes out as <see cref="OperationCanceledException"/>.</param>
    public async Task<T> SendAsync<T>(string operation, Func<Task<T>> send, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (Exception exception) when (cancellation.IsCancellationRequested || FaultTranslation.IsFault(exception))
        {
            // A request that is being cancelled can fail in other ways first, for example on its closed connection.
            cancellation.ThrowIfCancellationRequested();
            throw FaultTranslation.ToException(FaultTranslation.Translate(service, operation, exception), exception);
        }
    }

    /// <summary>A member that the answer of an operation always has.</summary>
    /// <exception cref="OrgTrailException">It is missing: then no AWS answered, but for example a proxy with a page of its own.</exception>
    public T Required<T>(string operation, T? member)
        where T : class => member
        ?? throw new OrgTrailException(ProblemTable.For(new ServiceFault(service, operation, FaultKind.Unreadable) { Message = "The answer lacks what it must have." }));
}
