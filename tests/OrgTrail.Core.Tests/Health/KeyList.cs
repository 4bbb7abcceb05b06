using System.Globalization;

namespace OrgTrail.Core.Tests.Health;

/// <summary>The keys of a bucket, in S3's order.</summary>
internal sealed class KeyList
{
    private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);

    public void Add(string key) => _keys.Add(key);

    public void AddDigest(string account, string region, DateTimeOffset time, string trail = "acme", string home = "us-east-1", string prefix = "") =>
        Add($"{prefix}AWSLogs/o-exampleorgid/{account}/CloudTrail-Digest/{region}/{Format(time, "yyyy/MM/dd")}/{account}_CloudTrail-Digest_{region}_{trail}_{home}_{Format(time, "yyyyMMdd'T'HHmmss'Z'")}.json.gz");

    public void AddLog(string account, string region, DateTimeOffset time) =>
        Add($"AWSLogs/o-exampleorgid/{account}/CloudTrail/{region}/{Format(time, "yyyy/MM/dd")}/{account}_CloudTrail_{region}_{Format(time, "yyyyMMdd'T'HHmm'Z'")}_0123456789abcdef.json.gz");

    public void Remove(string account, string region = "") =>
        _keys.RemoveWhere(key => key.Contains($"/{account}/CloudTrail-Digest/{region}", StringComparison.Ordinal));

    public void Clear() => _keys.Clear();

    public string? Find(string prefix, string? after) =>
        _keys.FirstOrDefault(key => key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(key, after) > 0);

    public IEnumerable<string> Folders(string prefix) => _keys
        .Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && key.IndexOf('/', prefix.Length) > 0)
        .Select(key => key[..(key.IndexOf('/', prefix.Length) + 1)])
        .Distinct()
        .ToArray();

    private static string Format(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
