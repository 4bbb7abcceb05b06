using System.Globalization;

namespace OrgTrail.Benchmarks.Scale;

/// <summary>The measurements of one command in organizations of several sizes.</summary>
/// <param name="command">The command.</param>
internal sealed class MeasurementSeries(string command)
{
    private readonly SortedDictionary<int, List<Measurement>> _measurements = [];

    /// <summary>The measurements of all sizes.</summary>
    public IEnumerable<Measurement> All => _measurements.Values.SelectMany(runs => runs);

    /// <summary>The highest peak of resident memory.</summary>
    public double MostMegabytes => All.Max(run => run.MegabytesAfter);

    /// <summary>How often a progress bar was drawn at least.</summary>
    public int LeastProgress => All.Min(run => run.ProgressRecords);

    /// <summary>Adds a measurement.</summary>
    public void Add(int accounts, Measurement measurement)
    {
        if (!_measurements.TryGetValue(accounts, out var runs)) _measurements[accounts] = runs = [];
        runs.Add(measurement);
    }

    /// <summary>How long the command took, in the middle.</summary>
    public double Seconds(int accounts) => Median(accounts, run => run.Seconds);

    /// <summary>How much longer an account took in one size than in another, round by round.</summary>
    public IReadOnlyList<double> Growth(int larger, int smaller) =>
        [.. _measurements[larger].Zip(_measurements[smaller], (large, small) => large.Seconds / larger / (small.Seconds / smaller))];

    /// <summary>How much longer each further account took from the middle to the largest size than from the smallest to the middle one, round by round.</summary>
    public IReadOnlyList<double> FurtherGrowth(int small, int middle, int large) =>
        [.. Further(middle, large).Zip(Further(small, middle), (later, sooner) => later / sooner)];

    /// <summary>How many calls the command made.</summary>
    /// <exception cref="InvalidOperationException">Not the same in every round.</exception>
    public int Calls(int accounts) => _measurements[accounts].Select(run => run.Calls.Count).Distinct().ToList() is [var count]
        ? count
        : throw new InvalidOperationException($"{command} with {accounts} accounts makes now more, now fewer calls.");

    public void Print()
    {
        Console.WriteLine($"  {command}");
        foreach (var accounts in _measurements.Keys)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {accounts,5} accounts: {Seconds(accounts),6:0.00} s, whole process {Median(accounts, run => run.ProcessSeconds),6:0.00} s; peak {Median(accounts, run => run.MegabytesAfter):0} MB, with the module imported {Median(accounts, run => run.MegabytesBefore):0} MB; {Calls(accounts):N0} calls; progress drawn {Median(accounts, run => run.ProgressRecords):0} times"));
        }
    }

    private IEnumerable<double> Further(int from, int to) =>
        _measurements[to].Zip(_measurements[from], (more, fewer) => (more.Seconds - fewer.Seconds) / (to - from));

    private double Median(int accounts, Func<Measurement, double> figure) => Comparison.Median([.. _measurements[accounts].Select(figure)]);
}
