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

    /// <summary>The keys of a bucket's objects that begin with a prefix, in order.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">The prefix; empty for all.</param>
    public IReadOnlyList<string> ListObjects(string bucket, string prefix) => _server.Objects.List(bucket, prefix);

    /// <summary>The bytes of an object as they are stored.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    public byte[] ReadObject(string bucket, string key) => _server.Objects.Read(bucket, key);

    /// <summary>Puts other bytes in the place of an object, as an intruder would who has found a way around every policy and lock: for rehearsing an incident.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <param name="content">The bytes. Headers and time stay as they are.</param>
    public void WriteObject(string bucket, string key, byte[] content) => _server.Objects.Write(bucket, key, content);

    /// <summary>Sets a header of an object in the same way, for example <c>x-amz-meta-signature</c>.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <param name="name">The header.</param>
    /// <param name="value">The value; <see langword="null"/> takes it away.</param>
    public void SetObjectHeader(string bucket, string key, string name, string? value) =>
        _server.Objects.Write(bucket, key, content: null, new Dictionary<string, string?> { [name] = value });

    /// <summary>Removes an object for good, in the same way.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    public void RemoveObject(string bucket, string key) => _server.Objects.Remove(bucket, key);

    /// <summary>Moves an object, in the same way.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <param name="toKey">The key that it has afterwards.</param>
    public void MoveObject(string bucket, string key, string toKey) => _server.Objects.Move(bucket, key, bucket, toKey);

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
