using System.Globalization;

namespace OrgTrail.Benchmarks.Scale;

/// <summary>Shows how time and calls grow with the number of accounts.</summary>
internal static class GrowthReport
{
    private const double MostGrowth = 1.3;

    public static void Print(MeasurementSeries deploy, MeasurementSeries coverage, int[] sizes)
    {
        Console.WriteLine("  growth of Test-OrgTrail -Check Coverage");
        foreach (var accounts in sizes)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {accounts,5} accounts: {1000 * coverage.Seconds(accounts) / accounts:0.0} ms and {(double)coverage.Calls(accounts) / accounts:0.00} calls an account"));
        }

        var (small, middle, large) = (sizes[0], sizes[1], sizes[2]);
        var growth = coverage.Growth(large, small);
        // What every check costs is left out of the first.
        Comparison.Print($"each further, {large} : {middle}", coverage.FurtherGrowth(small, middle, large), "0.00");
        Comparison.Print($"ms an account, {large} : {small}", growth, "0.00");
        Comparison.PrintTarget($"at most {MostGrowth}: linear, or better for what every check costs", Comparison.Median(growth) <= MostGrowth);
        Comparison.PrintTarget("calls exactly linear", IsLinear(coverage, small, middle, large));
        Comparison.PrintTarget("as many calls of Deploy-OrgTrail, all right, at every size", sizes.Select(deploy.Calls).Distinct().Count() == 1);
    }

    // On one line: each account has the same share, and what every check calls comes on top.
    private static bool IsLinear(MeasurementSeries series, int small, int middle, int large) =>
        (series.Calls(large) - series.Calls(middle)) * (middle - small) == (series.Calls(middle) - series.Calls(small)) * (large - middle);
}
