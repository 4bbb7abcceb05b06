using System.Globalization;
using OrgTrail.Testing;

namespace OrgTrail.Benchmarks;

/// <summary>
/// From an organization alone to the wanted state of <c>examples/organization-trail.psd1</c>: one cold pwsh with
/// Deploy-OrgTrail, against <c>terraform apply</c> of the same and against the AWS CLI, on the same sandbox. Then the same
/// command when all is right, in a small organization and in one of a thousand accounts.
/// </summary>
internal static class DeployBenchmark
{
    private const double MostRatio = 0.25;
    private const double MostSecondsWhenRight = 2;
    private const int Few = 10;
    private const int Many = 1000;

    private static readonly string State = Path.Combine(RepositoryPaths.Root, "examples", "organization-trail.psd1");

    public static void Run(int runs)
    {
        Prerequisites.Check(withServer: false);
        Prerequisites.CheckAwsCli();
        using var sandbox = new SandboxProcess(Few);
        var commands = new DeployCommands(sandbox);
        Console.WriteLine($"deploy: {runs} pairs, {PowerShellProcess.Program}, {AwsCli.Program}");

        Compare(runs, sandbox, $"{DeployCommands.Count} commands of the AWS CLI", commands.Prepare, commands.Run);
        if (Terraform.Available)
            Compare(runs, sandbox, "terraform apply", () => DeployTerraform.Start(sandbox), terraform => terraform.Apply());
        else
            Console.WriteLine($"  terraform is left out: {Terraform.MissingBecause}");
        WhenRight(runs, sandbox);
    }

    private static void Compare<T>(int runs, SandboxProcess sandbox, string peer, Func<T> prepare, Action<T> apply)
        where T : IDisposable
    {
        var comparison = Comparison.Run(
            runs,
            () => Measure(sandbox, () => new Nothing(), _ => Deploy(sandbox, "deployed")),
            () => Measure(sandbox, prepare, apply));
        comparison.Print("Deploy-OrgTrail, cold pwsh", peer);
        Comparison.PrintTarget($"at most {MostRatio} of the time of {peer}", Comparison.Median(comparison.Ratios) <= MostRatio);
    }

    /// <summary>Times one way to do it; the preparation and the proof that it was done are not part of the time.</summary>
    private static double Measure<T>(SandboxProcess sandbox, Func<T> prepare, Action<T> apply)
        where T : IDisposable
    {
        sandbox.Reset();
        using var prepared = prepare();
        var time = Comparison.Time(() => apply(prepared));
        sandbox.RequireDeployed();
        return time;
    }

    private static void WhenRight(int runs, SandboxProcess few)
    {
        using var many = new SandboxProcess(Many);
        few.Reset();
        Deploy(few, "deployed");
        Deploy(many, "deployed");

        var comparison = Comparison.Run(
            runs,
            () => Comparison.Time(() => Deploy(many, "right already")),
            () => Comparison.Time(() => Deploy(few, "right already")));
        comparison.Print($"all right, {Many} accounts", $"all right, {Few} accounts");
        Comparison.PrintTarget(
            string.Create(CultureInfo.InvariantCulture, $"under {MostSecondsWhenRight} s with {Many} accounts, the start of pwsh included"),
            Comparison.Median(comparison.Ours) < MostSecondsWhenRight * 1000);
    }

    private static void Deploy(SandboxProcess sandbox, string expected)
    {
        var result = PowerShellProcess.RunFile(
            Path.Combine(AppContext.BaseDirectory, "Deploy.ps1"),
            ["-Module", RepositoryPaths.ModuleManifest, "-EndpointUrl", sandbox.Endpoint, "-State", State],
            new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = SandboxProcess.ManagementAccount });
        Comparison.Succeed(result);
        if (!result.Output.Contains(expected, StringComparison.Ordinal))
            throw new InvalidOperationException($"Expected '{expected}': {result}");
    }

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
