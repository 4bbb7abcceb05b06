using OrgTrail.Ports;

namespace OrgTrail.Connection;

/// <summary>The sessions that one cmdlet uses: one for each connection that differs, left when the cmdlet is done.</summary>
/// <param name="provider">Makes connections; asked for when the first one is needed.</param>
/// <param name="feedback">Told where credentials and Region came from.</param>
internal sealed class SessionPool(Func<ICloudProvider> provider, IFeedback feedback) : IDisposable
{
    private readonly Dictionary<ConnectionOptions, CloudSession> _sessions = [];

    /// <summary>The session of a connection: the cmdlet's own, the one of the input when it is open, or a new one.</summary>
    /// <param name="wanted">The connection.</param>
    /// <param name="inherited">The session that the input came from; <see langword="null"/> when it came from none.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    internal async Task<CloudSession> GetAsync(ConnectionOptions wanted, CloudSession? inherited, CancellationToken cancellation)
    {
        if (_sessions.TryGetValue(wanted, out var session)) return session;

        session = inherited?.Options == wanted && inherited.TryJoin()
            ? inherited
            : new CloudSession(wanted, await provider().ConnectAsync(wanted, feedback, cancellation));
        _sessions.Add(wanted, session);
        return session;
    }

    /// <summary>The session of a connection, when the cmdlet has one; otherwise <see langword="null"/>.</summary>
    internal CloudSession? Find(ConnectionOptions wanted) => _sessions.GetValueOrDefault(wanted);

    /// <summary>Leaves all sessions.</summary>
    public void Dispose()
    {
        foreach (var session in _sessions.Values) session.Leave();
        _sessions.Clear();
    }
}
