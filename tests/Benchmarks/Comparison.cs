using System.Diagnostics;
using System.Globalization;
using OrgTrail.Testing;

namespace OrgTrail.Benchmarks;

/// <summary>Two things timed in turns, so that whatever else the machine does falls on both.</summary>
internal sealed record Comparison(IReadOnlyList<double> Ours, IReadOnlyList<double> Peers)
{
    /// <summary>The ratio of each pair of neighbouring runs.</summary>
    public IReadOnlyList<double> Ratios => [.. Ours.Zip(Peers, (ours, peer) => ours / peer)];

    /// <summary>How much longer ours took, in milliseconds, pair by pair.</summary>
    public IReadOnlyList<double> Differences => [.. Ours.Zip(Peers, (ours, peer) => ours - peer)];

    /// <summary>Runs both once to warm the disk caches, then each so many times.</summary>
    public static Comparison Run(int runs, Func<double> ours, Func<double> peer)
    {
        ours();
        peer();
        var times = Enumerable.Range(0, runs).Select(_ => (Ours: ours(), Peer: peer())).ToList();
        return new Comparison([.. times.Select(pair => pair.Ours)], [.. times.Select(pair => pair.Peer)]);
    }

    /// <summary>The milliseconds that processes take, none of which may fail.</summary>
    public static double Time(Action run)
    {
        var watch = Stopwatch.StartNew();
        run();
        return watch.Elapsed.TotalMilliseconds;
    }

    public static void Succeed(ProcessResult result)
    {
        if (result.ExitCode != 0)
            throw new InvalidOperationException(result.ToString());
    }

    public static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    public void Print(string ours, string peer)
    {
        Print(ours, Ours, "0 ms");
        Print(peer, Peers, "0 ms");
        Print("ratio, pair by pair", Ratios, "0.000");
    }

    public static void Print(string name, IReadOnlyList<double> values, string format) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-28} median {Text(Median(values), format),9}   min {Text(values.Min(), format),9}   max {Text(values.Max(), format),9}"));

    public static void PrintTarget(string target, bool met) => Console.WriteLine($"  target: {target}: {(met ? "met" : "MISSED")}");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
