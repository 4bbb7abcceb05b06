using System.Globalization;
using OrgTrail.Testing;

namespace OrgTrail.Benchmarks.Scale;

/// <summary>Shows the calls of commands, and how near they came to the rates that AWS documents.</summary>
internal static class RateReport
{
    public static void Print(IEnumerable<Measurement> measurements)
    {
        Console.WriteLine("  calls of one command at most");
        var isWithin = true;
        foreach (var operation in measurements.SelectMany(Loads).GroupBy(load => (load.Service, load.Operation)).OrderBy(same => same.Key))
        {
            var rate = DocumentedRate.Of(operation.Key.Service, operation.Key.Operation);
            var peak = operation.Max(load => load.Peak);
            isWithin &= rate is null || peak <= rate.Burst;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"    {operation.Key.Service,-13} {operation.Key.Operation,-36} {operation.Max(load => load.Calls),6:N0}, {operation.Max(load => load.InOneSecond),6:N0} in one second{CallDecisions(rate, peak)}"));
        }

        Comparison.PrintTarget("within AWS's documented rates and bursts in every run", isWithin);
    }

    private static string CallDecisions(DocumentedRate? rate, decimal peak) => rate is null ? ""
        : string.Create(CultureInfo.InvariantCulture, $"; at {rate.PerSecond}/s {peak:0.00} at once, of {rate.Burst}");

    // CloudTrail counts in each Region. Organizations has one home, which all its calls are signed for.
    private static IEnumerable<Load> Loads(Measurement measurement) =>
        from call in measurement.Calls
        group call.At by (call.Service, call.Operation, call.Region) into same
        select new Load(same.Key.Service, same.Key.Operation, [.. same.Order()]);

    /// <summary>The calls of one operation in one Region.</summary>
    private sealed record Load(string Service, string Operation, IReadOnlyList<DateTimeOffset> Times)
    {
        public int Calls => Times.Count;

        public decimal Peak => DocumentedRate.Of(Service, Operation)?.Peak(Times) ?? 0;

        public int InOneSecond
        {
            get
            {
                var (most, first) = (0, 0);
                for (var last = 0; last < Times.Count; last++)
                {
                    while (Times[last] - Times[first] >= TimeSpan.FromSeconds(1)) first++;
                    most = Math.Max(most, last - first + 1);
                }

                return most;
            }
        }
    }
}
