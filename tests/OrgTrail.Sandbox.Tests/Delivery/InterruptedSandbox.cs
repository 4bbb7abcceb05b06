using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Tests.Delivery;

/// <summary>A sandbox with two trails that log, and a hook in each object that CloudTrail stores.</summary>
internal sealed class InterruptedSandbox : IDisposable
{
    private const string Policy = """
        {"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::audit"},
        {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::audit/*"}]}
        """;

    public InterruptedSandbox()
    {
        Sandbox = SandboxServer.Start(new()
        {
            AccountCount = 3,
            Time = new ManualTime(),
            Regions = ["us-east-1", "eu-west-1"],
            Delivery = context => new TrailDeliveries(context with { Objects = new HookedStore(context.Objects, () => Interrupting?.Invoke()) }),
        });
        Sandbox.State.S3.Buckets["audit"] = new() { Name = "audit", OwnerAccountId = "111111111111", Region = "us-east-1", Policy = Policy };
        Sandbox.State.CloudTrail.EventSeed = 5;
        foreach (var name in new[] { "one", "two" })
        {
            Sandbox.State.CloudTrail.Trails.Add(new()
            {
                Name = name,
                OwnerAccountId = "111111111111",
                HomeRegion = "us-east-1",
                S3BucketName = "audit",
                S3KeyPrefix = name,
                IsMultiRegionTrail = true,
                IsOrganizationTrail = true,
                LogFileValidationEnabled = true,
                IsLogging = true,
                StartLoggingTime = Context.Clock.Now,
                CreationTime = Context.Clock.Now,
            });
        }
    }

    public SandboxServer Sandbox { get; }

    public SandboxContext Context => Sandbox.Context;

    /// <summary>Called before each object that is stored.</summary>
    public Action? Interrupting { get; set; }

    public void Advance(TimeSpan time) => Sandbox.Advance(time);

    /// <summary>What each chain has come to: its end, and how many log files wait for the next digest.</summary>
    public IReadOnlyList<string> Chains() =>
    [
        .. from trail in Sandbox.State.CloudTrail.Trails
           from lane in trail.Deliveries.OrderBy(lane => lane.Key, StringComparer.Ordinal)
           select $"{trail.Name} {lane.Key} {lane.Value.DeliveredUntil:s} {lane.Value.DigestStart:s} {lane.Value.LastDigest?.Key} {string.Join(' ', lane.Value.Unlisted.Select(file => file.Key))}",
    ];

    public void Dispose()
    {
        Assert.Empty(Sandbox.InternalErrors);
        Sandbox.Dispose();
    }

    private sealed class HookedStore(IObjectStore inner, Action beforePut) : IObjectStore
    {
        public StoredObject Put(string bucket, string key, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> headers, DateTimeOffset lastModified, string? eTag = null)
        {
            beforePut();
            return inner.Put(bucket, key, content, headers, lastModified, eTag);
        }

        public StoredObject? Find(string bucket, string key) => inner.Find(bucket, key);

        public ReadOnlyMemory<byte> Read(StoredObject stored) => inner.Read(stored);

        public void Read(StoredObject stored, long start, Span<byte> target) => inner.Read(stored, start, target);

        public IEnumerable<StoredObject> List(string bucket, string prefix, string after) => inner.List(bucket, prefix, after);

        public bool Delete(string bucket, string key) => inner.Delete(bucket, key);

        public StoredObject Push(StoredObject stored, ReadOnlyMemory<byte>? content, bool hasId)
        {
            beforePut();
            return inner.Push(stored, content, hasId);
        }

        public IReadOnlyList<StoredObject> Versions(string bucket, string key) => inner.Versions(bucket, key);

        public IEnumerable<IReadOnlyList<StoredObject>> ListVersions(string bucket, string prefix, string after) => inner.ListVersions(bucket, prefix, after);

        public void Change(StoredObject stored, IReadOnlyDictionary<string, string> headers) => inner.Change(stored, headers);

        public bool DeleteVersion(string bucket, string key, string versionId) => inner.DeleteVersion(bucket, key, versionId);
    }
}
