using System.Globalization;
using OrgTrail.Testing;

namespace OrgTrail.Benchmarks.Scale;

/// <summary>An organization in thirty Regions whose trail is deployed, and has delivered from everywhere.</summary>
internal sealed class ScaledOrganization : IDisposable
{
    /// <summary>Those that every account has, and those that AWS lets accounts opt in to; the sandbox has no other.</summary>
    public static readonly IReadOnlyList<string> Regions =
    [
        "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1", "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3",
        "eu-north-1", "ap-south-1", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-southeast-1", "ap-southeast-2", "af-south-1",
        "ap-east-1", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ca-west-1", "eu-central-2", "eu-south-1",
        "eu-south-2", "il-central-1", "me-central-1", "me-south-1",
    ];

    private static readonly TimeSpan Passing = TimeSpan.FromHours(2);
    private static readonly string State = Path.Combine(RepositoryPaths.Root, "examples", "organization-trail.psd1");

    private readonly SandboxProcess _sandbox;

    /// <summary>Starts its sandbox, deploys the trail of the examples, and lets hours pass.</summary>
    public ScaledOrganization(int accounts)
    {
        Accounts = accounts;
        _sandbox = new SandboxProcess(accounts, Regions);
        Require(Measurement.Of(_sandbox, DeployCommand).Results is [{ Changed: true }], "The trail was not deployed.");
        var (logFiles, digests) = _sandbox.Advance(Passing);
        Require(digests == Passing.TotalHours * accounts * Regions.Count, $"The sandbox delivered {digests} digests.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {accounts,5} accounts: {digests:N0} digests and {logFiles:N0} log files were delivered"));
    }

    /// <summary>How many accounts it has.</summary>
    public int Accounts { get; }

    private string DeployCommand => $"Deploy-OrgTrail -Path '{State}' -EndpointUrl {_sandbox.Endpoint} -Confirm:$false";

    /// <summary>Deploys what is there already.</summary>
    public Measurement DeployAgain()
    {
        var measurement = Measurement.Of(_sandbox, DeployCommand);
        Require(measurement.Results is [{ Changed: false }], "A right state was not left alone.");
        return measurement;
    }

    /// <summary>Checks whether every account delivers from every Region.</summary>
    public Measurement CheckCoverage()
    {
        var measurement = Measurement.Of(_sandbox, $"Test-OrgTrail acme -Check Coverage -EndpointUrl {_sandbox.Endpoint}");
        RequireCovered(measurement.Results.Single());
        return measurement;
    }

    /// <summary>Makes all checks.</summary>
    public Measurement CheckAll()
    {
        var measurement = Measurement.Of(_sandbox, $"Test-OrgTrail acme -EndpointUrl {_sandbox.Endpoint}");
        RequireCovered(measurement.Results.Single(result => result.CheckId == "Coverage"));
        var wrong = measurement.Results.Where(result => result.Verdict is not ("Pass" or "Warning")).Select(result => $"{result.CheckId}: {result.Observed}");
        Require(!wrong.Any(), string.Join(Environment.NewLine, wrong));
        return measurement;
    }

    public void Dispose() => _sandbox.Dispose();

    private void RequireCovered(Measurement.Result coverage)
    {
        var reach = string.Create(CultureInfo.InvariantCulture, $"All {Accounts} accounts delivered from {Regions.Count} Regions ");
        Require(coverage.Verdict == "Pass" && coverage.Observed!.StartsWith(reach, StringComparison.Ordinal), $"Coverage is {coverage.Verdict}: {coverage.Observed}");
    }

    private static void Require(bool met, string otherwise)
    {
        if (!met) throw new InvalidOperationException(otherwise);
    }
}
