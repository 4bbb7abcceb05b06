using OrgTrail.Testing;

namespace OrgTrail.Benchmarks.Scale;

/// <summary>
/// What a hundred, three hundred and a thousand accounts in thirty Regions cost, each command in a cold pwsh: a deployment
/// when all is right, the check of coverage, and all checks. Sizes take turns, so that whatever else the machine does
/// falls on all of them.
/// </summary>
internal static class ScaleBenchmark
{
    private const double MostDeploySeconds = 2;
    private const double MostCoverageSeconds = 30;
    private const double MostMegabytes = 200;

    private static readonly int[] Sizes = [100, 300, 1000];

    public static void Run(int runs)
    {
        Prerequisites.Check(withServer: false);
        Console.WriteLine($"scale: {runs} rounds, {ScaledOrganization.Regions.Count} Regions, {PowerShellProcess.Program}");
        var organizations = new List<ScaledOrganization>();
        try
        {
            foreach (var size in Sizes)
                organizations.Add(new ScaledOrganization(size));
            Measure(runs, organizations);
        }
        finally
        {
            organizations.ForEach(organization => organization.Dispose());
        }
    }

    private static void Measure(int runs, List<ScaledOrganization> organizations)
    {
        var (deploy, coverage, all) = (new MeasurementSeries("Deploy-OrgTrail, all right"), new MeasurementSeries("Test-OrgTrail -Check Coverage"), new MeasurementSeries("Test-OrgTrail, all checks"));
        for (var round = 0; round < runs; round++)
        {
            foreach (var organization in organizations)
            {
                deploy.Add(organization.Accounts, organization.DeployAgain());
                coverage.Add(organization.Accounts, organization.CheckCoverage());
                all.Add(organization.Accounts, organization.CheckAll());
            }
        }

        deploy.Print();
        Comparison.PrintTarget($"under {MostDeploySeconds} s with {Sizes[^1]} accounts, the first call's compilation included", deploy.Seconds(Sizes[^1]) < MostDeploySeconds);
        coverage.Print();
        Comparison.PrintTarget($"under {MostCoverageSeconds} s with {Sizes[^1]} accounts", coverage.Seconds(Sizes[^1]) < MostCoverageSeconds);
        Comparison.PrintTarget($"under {MostMegabytes} MB in every run, PowerShell included", coverage.MostMegabytes < MostMegabytes);
        Comparison.PrintTarget("with progress in every run", coverage.LeastProgress > 1);
        all.Print();
        RateReport.Print([.. deploy.All, .. coverage.All, .. all.All]);
        GrowthReport.Print(deploy, coverage, Sizes);
    }
}
