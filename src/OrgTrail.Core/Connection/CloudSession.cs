using OrgTrail.Ports;

namespace OrgTrail.Connection;

/// <summary>
/// One open connection, shared by the cmdlets of a pipeline, and what has been learned through it. It closes when the
/// last of them is done; an object that outlives it keeps the options to open another.
/// </summary>
internal sealed class CloudSession
{
    private readonly object _gate = new();
    private readonly ICloud? _cloud;
    private int _users;
    private Task<Organization>? _organization;
    private Task<CallerIdentity>? _caller;

    /// <summary>A session that is open, with one user.</summary>
    /// <param name="options">What the connection was made from.</param>
    /// <param name="cloud">The connection itself; disposed of with the last user.</param>
    public CloudSession(ConnectionOptions options, ICloud cloud)
        : this(options) => (_cloud, _users) = (cloud, 1);

    private CloudSession(ConnectionOptions options) => Options = options;

    /// <summary>What the connection was made from.</summary>
    public ConnectionOptions Options { get; }

    /// <summary>The connection.</summary>
    /// <exception cref="InvalidOperationException">The session is <see cref="Named"/> only, and was never open.</exception>
    public ICloud Cloud => _cloud ?? throw new InvalidOperationException("The session was never open.");

    /// <summary>
    /// A session that was never open, for an object made without AWS while a connection was named: whoever works with the
    /// object opens one like it.
    /// </summary>
    /// <param name="options">What the user said.</param>
    public static CloudSession Named(ConnectionOptions options) => new(options);

    /// <summary>Whether trusted access was enabled through it, so that not all of AWS may know it yet.</summary>
    internal bool HasEnabledTrust { get; set; }

    /// <summary>Joins the session while it is open.</summary>
    /// <returns>Whether it still was; <see cref="Leave"/> must follow then.</returns>
    public bool TryJoin()
    {
        lock (_gate)
        {
            if (_users == 0) return false;
            _users++;
            return true;
        }
    }

    /// <summary>Leaves the session, and closes the connection behind the last user.</summary>
    public void Leave()
    {
        lock (_gate)
            if (--_users > 0) return;
        _cloud?.Dispose();
    }

    /// <summary>The caller's organization; asked once per session, since DescribeOrganization allows one call a second.</summary>
    public Task<Organization> OrganizationAsync(CancellationToken cancellation) =>
        Remembered(ref _organization, () => Cloud.Organizations.DescribeAsync(cancellation));

    /// <summary>Who the credentials belong to; asked once per session.</summary>
    public Task<CallerIdentity> CallerAsync(CancellationToken cancellation) =>
        Remembered(ref _caller, () => Cloud.Identity.GetCallerAsync(cancellation));

    /// <summary>Forgets the organization, after something changed it.</summary>
    public void ForgetOrganization()
    {
        lock (_gate) _organization = null;
    }

    /// <summary>Attaches this session to an object, by which the next cmdlet goes on with it.</summary>
    public T AttachSession<T>(T item) where T : CloudObject
    {
        item.Session = this;
        return item;
    }

    private Task<T> Remembered<T>(ref Task<T>? answer, Func<Task<T>> ask)
    {
        lock (_gate)
        {
            // A failed or cancelled answer is no fact: the next one asks again.
            if (answer is null || answer.IsFaulted || answer.IsCanceled) answer = ask();
            return answer;
        }
    }
}
