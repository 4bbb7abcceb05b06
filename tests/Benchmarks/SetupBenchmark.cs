using System.Text.Json;
using OrgTrail.Testing;

namespace OrgTrail.Benchmarks;

/// <summary>From nothing to a trail that is known to log: one cold pwsh with the module, against the AWS CLI, on the same moto_server.</summary>
internal static class SetupBenchmark
{
    private const double MostRatio = 0.25;
    private const string Bucket = "acme-audit";
    private const string Trail = "acme";

    public static void Run(int runs)
    {
        Prerequisites.Check(withServer: true);
        var cli = new AwsCli(MotoServer.Shared.Endpoint, ownProcess: true);
        Console.WriteLine($"setup: {runs} pairs, {PowerShellProcess.Program}, {AwsCli.Program}");

        var comparison = Comparison.Run(
            runs,
            () => Measure(cli, _ => Comparison.Succeed(RunModule())),
            () => Measure(cli, policy => RunCommands(cli, policy)));
        comparison.Print("one pwsh with OrgTrail", "8 commands of the AWS CLI");
        Comparison.PrintTarget($"at most {MostRatio} of the CLI's time", Comparison.Median(comparison.Ratios) <= MostRatio);
    }

    /// <summary>Times one way to do it; the preparation and the proof that it was done are not part of the time.</summary>
    private static double Measure(AwsCli cli, Action<string> setUp)
    {
        MotoServer.Shared.Reset();
        var organization = cli.Run("organizations", "create-organization", "--feature-set", "ALL").Json.GetProperty("Organization");
        _ = cli.Run("s3api", "create-bucket", "--bucket", Bucket).Json;
        var policy = Policy(organization.GetProperty("Id").GetString()!, organization.GetProperty("MasterAccountId").GetString()!);

        var time = Comparison.Time(() => setUp(policy));

        var trail = cli.Run("cloudtrail", "get-trail", "--name", Trail).Json.GetProperty("Trail");
        var logging = cli.Run("cloudtrail", "get-trail-status", "--name", Trail).Json.GetProperty("IsLogging").GetBoolean();
        var written = cli.Run("s3api", "get-bucket-policy", "--bucket", Bucket).Json.GetProperty("Policy").GetString()!;
        return logging && trail.GetProperty("IsOrganizationTrail").GetBoolean() && written.Contains(Trail, StringComparison.Ordinal)
            ? time
            : throw new InvalidOperationException($"The trail was not set up: {trail}");
    }

    private static ProcessResult RunModule() => PowerShellProcess.RunFile(
        Path.Combine(AppContext.BaseDirectory, "Setup.ps1"),
        ["-Module", RepositoryPaths.ModuleManifest, "-EndpointUrl", MotoServer.Shared.Endpoint, "-BucketName", Bucket, "-TrailName", Trail]);

    private static void RunCommands(AwsCli cli, string policy)
    {
        string[][] commands =
        [
            ["organizations", "enable-aws-service-access", "--service-principal", "cloudtrail.amazonaws.com"],
            ["organizations", "list-aws-service-access-for-organization"],
            ["organizations", "describe-organization"],
            ["s3api", "put-bucket-policy", "--bucket", Bucket, "--policy", policy],
            ["cloudtrail", "create-trail", "--name", Trail, "--s3-bucket-name", Bucket, "--is-organization-trail", "--is-multi-region-trail", "--enable-log-file-validation"],
            ["cloudtrail", "start-logging", "--name", Trail],
            ["cloudtrail", "get-trail", "--name", Trail],
            ["cloudtrail", "get-trail-status", "--name", Trail],
        ];
        foreach (var command in commands)
            _ = cli.Run(command).Json;
    }

    /// <summary>What somebody with the AWS CLI has copied from the documentation page beforehand.</summary>
    private static string Policy(string organization, string account) => JsonSerializer.Serialize(new
    {
        Version = "2012-10-17",
        Statement = new[]
        {
            TrailPolicy.Statement(Bucket, Trail, "s3:GetBucketAcl", "", account),
            TrailPolicy.Statement(Bucket, Trail, "s3:PutObject", $"/AWSLogs/{account}/*", account),
            TrailPolicy.Statement(Bucket, Trail, "s3:PutObject", $"/AWSLogs/{organization}/*", account),
        },
    });
}
