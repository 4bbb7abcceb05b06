using OrgTrail.Ports;

namespace OrgTrail.Connection;

/// <summary>
/// One open connection, shared by the cmdlets of a pipeline, and what has been learned through it. It closes when the
/// last of them is done; an object that outlives it keeps the options to open another.
/// </summary>
/// <param name="options">What the connection was made from.</param>
/// <param name="cloud">The connection itself; disposed of with the last user.</param>
public sealed class CloudSession(ConnectionOptions options, ICloud cloud)
{
    private readonly object _gate = new();
    private int _users = 1;
    private Task<Organization>? _organization;
    private Task<CallerIdentity>? _caller;

    /// <summary>What the connection was made from.</summary>
    public ConnectionOptions Options { get; } = options;

    /// <summary>The connection.</summary>
    public ICloud Cloud { get; } = cloud;

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
        Cloud.Dispose();
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

    /// <summary>Marks an object as coming from here.</summary>
    public T Mark<T>(T item) where T : CloudObject
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
