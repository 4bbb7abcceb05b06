using System.Diagnostics;
using System.Globalization;
using OrgTrail.Testing;

namespace OrgTrail.Benchmarks;

/// <summary>The sandbox against moto_server: how many requests of one client each answers on one core, and how long it takes to start.</summary>
internal static class SandboxBenchmark
{
    private const double LeastRatio = 20;
    private const double MostStartMilliseconds = 150;
    private const int SandboxRequests = 20_000;
    private const int MotoRequests = 500;

    // What one trail of one account needs; moto takes any.
    private const string Policy = """
        {"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::bench"},
        {"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::bench/*"}]}
        """;

    public static void Run(int runs)
    {
        Prerequisites.Check(withServer: true);
        Console.WriteLine($"sandbox: {runs} pairs, servers {(PinnedServer.CanPin ? "on one core each" : "on all cores: there is no taskset")}");
        using var sandbox = PinnedServer.Start(port => ["dotnet", Path.Combine(AppContext.BaseDirectory, "OrgTrail.Sandbox.Console.dll"), "serve", "--port", port]);
        using var moto = PinnedServer.Start(port => ["moto_server", "-H", "127.0.0.1", "-p", port]);
        using var sandboxClient = new BareClient(sandbox.Address);
        using var motoClient = new BareClient(moto.Address);
        Prepare(sandboxClient);
        Prepare(motoClient);

        OnTheOtherCores(() =>
        {
            Compare("GetObject of 4 KB", runs, BareClient.Request("GET", "/bench/key", "s3"), sandboxClient, motoClient);
            Compare("DescribeTrails", runs, CloudTrail("DescribeTrails", "{}"), sandboxClient, motoClient);
        });
        CompareStart(runs);
    }

    private static void Prepare(BareClient client)
    {
        client.Ask(BareClient.Request("PUT", "/bench", "s3"));
        client.Ask(BareClient.Request("PUT", "/bench/key", "s3", new string('x', 4096)));
        client.Ask(BareClient.Request("PUT", "/bench?policy", "s3", Policy));
        client.Ask(CloudTrail("CreateTrail", """{"Name":"bench","S3BucketName":"bench","IsMultiRegionTrail":true,"IncludeGlobalServiceEvents":true}"""));
    }

    private static byte[] CloudTrail(string operation, string body) => BareClient.Request(
        "POST", "/", "cloudtrail", body, $"X-Amz-Target: com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.{operation}\r\nContent-Type: application/x-amz-json-1.1\r\n");

    private static void Compare(string name, int runs, byte[] request, BareClient sandbox, BareClient moto)
    {
        var rates = Comparison.Run(runs, () => sandbox.Rate(request, SandboxRequests), () => moto.Rate(request, MotoRequests));
        Console.WriteLine($"  {name}");
        Comparison.Print("  sandbox, requests/s", rates.Ours, "0");
        Comparison.Print("  moto_server, requests/s", rates.Peers, "0");
        Comparison.Print("  ratio, pair by pair", rates.Ratios, "0.0");
        Comparison.PrintTarget($"at least {LeastRatio} times moto's rate", Comparison.Median(rates.Ratios) >= LeastRatio);
    }

    private static void CompareStart(int runs)
    {
        var comparison = Comparison.Run(runs, StartInPowerShell, () => Comparison.Time(() => PinnedServer.Start(port => ["moto_server", "-H", "127.0.0.1", "-p", port]).Dispose()));
        Console.WriteLine("  start");
        comparison.Print("  Start-OrgTrailSandbox", "moto_server");
        Comparison.PrintTarget($"at most {MostStartMilliseconds} ms in a running pwsh", Comparison.Median(comparison.Ours) <= MostStartMilliseconds);
    }

    /// <summary>The first start in a session that has the module, which is the slowest.</summary>
    private static double StartInPowerShell()
    {
        var result = PowerShellProcess.RunCommand(
            $"Import-Module '{RepositoryPaths.ModuleManifest}'; $watch = [Diagnostics.Stopwatch]::StartNew(); $null = Start-OrgTrailSandbox; $watch.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture); Stop-OrgTrailSandbox");
        Comparison.Succeed(result);
        return double.Parse(result.Output.Trim(), CultureInfo.InvariantCulture);
    }

    /// <summary>Keeps this process off the servers' core for a while.</summary>
    private static void OnTheOtherCores(Action measure)
    {
        if (!OperatingSystem.IsLinux() || !PinnedServer.CanPin || Environment.ProcessorCount == 1)
        {
            measure();
            return;
        }

        using var self = Process.GetCurrentProcess();
        var all = self.ProcessorAffinity;
        self.ProcessorAffinity = all & ~1;
        measure();
        self.ProcessorAffinity = all;
    }
}
