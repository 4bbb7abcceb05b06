using System.Collections.Concurrent;
using System.Text.Json.Serialization;

namespace OrgTrail.Sandbox.State;

/// <summary>What Amazon S3 remembers of buckets. Objects are no part of the state.</summary>
public sealed class S3State
{
    /// <summary>
    /// The buckets by name: one name space for all accounts. A bucket is looked up without the gate, since reading an
    /// object waits for nobody; buckets are changed under it.
    /// </summary>
    [JsonIgnore]
    public ConcurrentDictionary<string, SandboxBucket> Buckets { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>The same in the order of names, so that a saved state reads the same each time.</summary>
    [JsonInclude]
    [JsonPropertyName(nameof(Buckets))]
    public IDictionary<string, SandboxBucket> BucketsByName
    {
        get => new SortedDictionary<string, SandboxBucket>(Buckets, StringComparer.Ordinal);
        set => Buckets = new(value, StringComparer.Ordinal);
    }

    /// <summary>By bucket, policies that are not in effect yet; see <see cref="SandboxContext.EffectivePolicy"/>.</summary>
    public Dictionary<string, PendingPolicy> PolicyPropagation { get; set; } = [];
}
