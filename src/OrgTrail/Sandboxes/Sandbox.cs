using OrgTrail.Sandbox;

namespace OrgTrail.Sandboxes;

/// <summary>An AWS on loopback that runs in this process; the environment variables of the session point at it.</summary>
public sealed class Sandbox
{
    private readonly SandboxServer _server;

    internal Sandbox(SandboxServer server, IReadOnlyList<string> buckets)
    {
        _server = server;
        foreach (var bucket in buckets) AddBucket(bucket);
    }

    /// <summary>The endpoint of all services, for example <c>http://127.0.0.1:40123</c>.</summary>
    public string Endpoint => _server.Endpoint;

    /// <summary>The Region that the session uses.</summary>
    public string Region => _server.State.Regions[0];

    /// <summary>The Regions that exist.</summary>
    public IReadOnlyList<string> Regions => _server.State.Regions.ToArray();

    /// <summary>The id of the organization; <see langword="null"/> when there is none.</summary>
    public string? OrganizationId => _server.State.Organizations.Organization?.Id;

    /// <summary>The 12-digit id of the management account, which the session's credentials belong to.</summary>
    public string ManagementAccountId => _server.State.ManagementAccountId;

    /// <summary>The ids of all accounts. An access key that is one of them acts for that account.</summary>
    public IReadOnlyList<string> Accounts =>
        _server.State.Organizations.Organization?.Accounts.Select(account => account.Id).ToArray() ?? [];

    /// <summary>The time in there.</summary>
    internal TimeProvider Time => new SandboxTime(_server.Context.Clock);

    /// <summary>Lets time pass at once: CloudTrail delivers log files and digests for it.</summary>
    /// <param name="time">From nothing to ten years.</param>
    public void Advance(TimeSpan time) => _server.Advance(time);

    /// <summary>Writes the state, without the objects of S3, to a readable JSON file, which -StateFile takes.</summary>
    /// <param name="path">The file's full path.</param>
    public void SaveState(string path) => _server.SaveState(path);

    /// <summary>The endpoint.</summary>
    public override string ToString() => Endpoint;

    internal void AdvanceUntil(TimeSpan time, CancellationToken cancellation) => _server.Advance(time, cancellation);

    internal void Stop() => _server.Dispose();

    private void AddBucket(string name) => _server.State.S3.Buckets[name] = new()
    {
        Name = name,
        OwnerAccountId = ManagementAccountId,
        Region = Region,
    };
}
