using System.Globalization;
using OrgTrail.Benchmarks;
using OrgTrail.Benchmarks.Scale;

const string Usage = "Usage: dotnet run -c Release --project tests/Benchmarks -- import|setup|deploy|scale|sandbox|integrity|all [runs, default 5]";

if (args is not [("import" or "setup" or "deploy" or "scale" or "sandbox" or "integrity" or "all") and var wanted, ..]
    || !int.TryParse(args.ElementAtOrDefault(1) ?? "5", NumberStyles.None, CultureInfo.InvariantCulture, out var runs)
    || runs < 1)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

try
{
    if (wanted is "import" or "all")
        ImportBenchmark.Run(runs);
    if (wanted is "setup" or "all")
        SetupBenchmark.Run(runs);
    if (wanted is "deploy" or "all")
        DeployBenchmark.Run(runs);
    if (wanted is "scale" or "all")
        ScaleBenchmark.Run(runs);
    if (wanted is "sandbox" or "all")
        SandboxBenchmark.Run(runs);
    if (wanted is "integrity" or "all")
        IntegrityBenchmark.Run(runs);
    return 0;
}
catch (InvalidOperationException refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 1;
}
