using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using OrgTrail.Testing;

namespace OrgTrail.Benchmarks;

/// <summary>
/// The proof of an organization's logs: against <c>aws cloudtrail validate-logs</c>, a chain after the other, at the same sandbox;
/// and from disk against what the machine can do at all with the same files.
/// </summary>
internal static class IntegrityBenchmark
{
    private const double LeastRatio = 10;
    private const double LeastShare = 0.8;
    private const double MostMegabytes = 250;
    private const int Accounts = 6;
    private const int BufferSize = 64 * 1024;
    private static readonly string[] Regions = ["us-east-1", "eu-west-1"];
    private static readonly TimeSpan Time = TimeSpan.FromHours(48);
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    public static void Run(int runs)
    {
        Prerequisites.Check(withServer: false);
        using var sandbox = new SandboxProcess(Accounts, Regions);
        Script(sandbox, "Setup");
        var (logs, digests) = sandbox.Advance(Time);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"integrity: {runs} runs, {Accounts} accounts in {Regions.Length} Regions, {Time.TotalHours:0} hours: {logs} log files, {digests} digests"));
        AgainstTheCli(sandbox, runs);
        FromDisk(sandbox, runs);
    }

    private static void AgainstTheCli(SandboxProcess sandbox, int runs)
    {
        var live = Script(sandbox, "Live", runs: runs);
        var peers = Enumerable.Range(0, Math.Min(runs, 2)).Select(_ => Comparison.Time(() => ValidateAll(sandbox)) / 1000).ToArray();
        var logs = live.GetProperty("Logs").GetDouble();
        var ours = live.GetProperty("Seconds").EnumerateArray().Select(seconds => logs / seconds.GetDouble()).ToArray();
        double[] theirs = [.. peers.Select(seconds => logs / seconds)];
        Console.WriteLine($"  against {AwsCli.Version.Split(' ')[0]}, all chains one after another");
        Comparison.Print("  Test-OrgTrailLogIntegrity, log files/s", ours, "0");
        Comparison.Print("  validate-logs, log files/s", theirs, "0");
        var ratio = Comparison.Median(ours) / Comparison.Median(theirs);
        Comparison.Print("  ratio", [ratio], "0.0");
        Comparison.PrintTarget($"at least {LeastRatio} times", ratio >= LeastRatio);
        Comparison.PrintTarget($"memory under {MostMegabytes} MB", live.GetProperty("Megabytes").GetDouble() < MostMegabytes);
    }

    private static void ValidateAll(SandboxProcess sandbox)
    {
        for (var account = 1; account <= Accounts; account++)
            foreach (var region in Regions)
            {
                var id = string.Concat(Enumerable.Repeat(account, 12));
                var cli = new AwsCli(sandbox.Endpoint, region, SandboxProcess.ManagementAccount, ownProcess: true);
                var result = cli.Run(
                    "cloudtrail", "validate-logs", "--trail-arn", $"arn:aws:cloudtrail:us-east-1:{SandboxProcess.ManagementAccount}:trail/bench", "--account-id", id, "--start-time", "2020-01-01T00:00:00Z");
                if (!result.Succeeded) throw new InvalidOperationException(result.Error);
            }
    }

    private static void FromDisk(SandboxProcess sandbox, int runs)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"orgtrail-bench-{Guid.NewGuid():N}");
        try
        {
            Script(sandbox, "Export", folder);
            var disk = Script(sandbox, "Disk", folder, runs);
            double[] ours = [.. disk.GetProperty("Seconds").EnumerateArray().Select(seconds => seconds.GetDouble() * 1000)];
            string[] files = [.. Directory.EnumerateFiles(folder, "*.json.gz", SearchOption.AllDirectories)];
            Bare(files);
            double[] bare = [.. Enumerable.Range(0, runs).Select(_ => Comparison.Time(() => Bare(files)))];
            Console.WriteLine("  from disk");
            Comparison.Print("  Test-OrgTrailLogIntegrity -Path", ours, "0 ms");
            Comparison.Print("  read, inflate, SHA-256 alone", bare, "0 ms");
            var share = Comparison.Median(bare) / Comparison.Median(ours);
            Comparison.Print("  share of what the machine can do", [share], "0.00");
            Comparison.PrintTarget($"at least {LeastShare}", share >= LeastShare);
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    private static void Bare(string[] files) => Parallel.ForEach(
        files,
        () => new byte[BufferSize],
        (path, _, buffer) =>
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            using var gzip = new GZipStream(file, CompressionMode.Decompress);
            for (int count; (count = gzip.Read(buffer)) > 0;) hash.AppendData(buffer, 0, count);
            hash.GetHashAndReset();
            return buffer;
        },
        _ => { });

    private static JsonElement Script(SandboxProcess sandbox, string action, string path = "", int runs = 1)
    {
        var result = PowerShellProcess.RunFile(
            Path.Combine(AppContext.BaseDirectory, "Integrity.ps1"),
            ["-Module", RepositoryPaths.ModuleManifest, "-Action", action, "-Path", path, "-Runs", runs.ToString(CultureInfo.InvariantCulture)],
            new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = SandboxProcess.ManagementAccount, ["AWS_SECRET_ACCESS_KEY"] = "any", ["AWS_REGION"] = "us-east-1", ["AWS_ENDPOINT_URL"] = sandbox.Endpoint },
            TimeLimit);
        Comparison.Succeed(result);
        return JsonDocument.Parse(result.Output).RootElement;
    }
}
