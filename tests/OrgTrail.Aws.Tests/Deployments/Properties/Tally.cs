using System.Collections.Concurrent;
using System.Globalization;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>How often what occurred in a batch, so that the batch can show that it was worth its time.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<int>> _seeds = new(StringComparer.Ordinal);

    /// <summary>How often something occurred.</summary>
    public int this[string what] => _seeds.TryGetValue(what, out var seeds) ? seeds.Count : 0;

    /// <summary>Counts something that occurred.</summary>
    public void Add(int seed, string what) => _seeds.GetOrAdd(what, _ => []).Enqueue(seed);

    /// <summary>All that begins with a text, without it, and how often each occurred.</summary>
    public IReadOnlyDictionary<string, int> Kinds(string beginning) => _seeds
        .Where(count => count.Key.StartsWith(beginning, StringComparison.Ordinal))
        .ToDictionary(count => count.Key[beginning.Length..], count => count.Value.Count);

    /// <summary>A line for each count, with the first seed that it occurred with.</summary>
    public override string ToString() => string.Join("\n", _seeds
        .OrderBy(count => count.Key, StringComparer.Ordinal)
        .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value.Count,6} {count.Key} (seed {count.Value.Min()})")));
}
