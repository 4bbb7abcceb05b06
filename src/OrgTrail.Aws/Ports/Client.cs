namespace OrgTrail.Aws.Ports;

/// <summary>A client of the SDK, made when it is first needed.</summary>
/// <param name="create">Makes it.</param>
internal sealed class Client<T>(Func<T> create) : IDisposable
    where T : class, IDisposable
{
    private readonly object _gate = new();
    private T? _client;
    private bool _isDisposed;

    /// <summary>The client.</summary>
    /// <exception cref="ObjectDisposedException">The connection was closed.</exception>
    public T Value
    {
        get
        {
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                return _client ??= create();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _client?.Dispose();
        }
    }
}
