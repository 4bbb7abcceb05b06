using System.Globalization;
using System.Text.Json;
using OrgTrail.Testing;

namespace OrgTrail.Benchmarks;

/// <summary>A sandbox in a process of its own.</summary>
internal sealed class SandboxProcess : IDisposable
{
    /// <summary>The account that the sandbox's organization belongs to; its id is also an access key.</summary>
    public const string ManagementAccount = "111111111111";

    private readonly PinnedServer _server;
    private readonly HttpClient _client = new();

    /// <param name="accounts">How many accounts its organization has.</param>
    public SandboxProcess(int accounts)
    {
        var count = accounts.ToString(CultureInfo.InvariantCulture);
        _server = PinnedServer.Start(port =>
            ["dotnet", Path.Combine(AppContext.BaseDirectory, "OrgTrail.Sandbox.Console.dll"), "serve", "--port", port, "--accounts", count]);
        Cli = new AwsCli(Endpoint, accessKey: ManagementAccount);
    }

    public string Endpoint => $"http://{_server.Address}";

    /// <summary>The AWS CLI as the management account.</summary>
    public AwsCli Cli { get; }

    /// <summary>Begins anew.</summary>
    public void Reset()
    {
        using var answer = _client.PostAsync(new Uri($"{Endpoint}/_sandbox/reset"), content: null).GetAwaiter().GetResult();
        answer.EnsureSuccessStatusCode();
    }

    public JsonElement Organization() => Cli.Run("organizations", "describe-organization").Json.GetProperty("Organization");

    /// <summary>Demands that the wanted state is there, whoever made it.</summary>
    public void RequireDeployed()
    {
        var trail = Cli.Run("cloudtrail", "get-trail", "--name", "acme").Json.GetProperty("Trail");
        var logging = Cli.Run("cloudtrail", "get-trail-status", "--name", "acme").Json.GetProperty("IsLogging").GetBoolean();
        var policy = Cli.Run("s3api", "get-bucket-policy", "--bucket", "acme-audit").Json.GetProperty("Policy").GetString()!;
        string[] on = ["IsOrganizationTrail", "IsMultiRegionTrail", "LogFileValidationEnabled", "HasCustomEventSelectors", "HasInsightSelectors"];
        if (!logging || !on.All(flag => trail.GetProperty(flag).GetBoolean()) || !policy.Contains("DenyInsecureTransport", StringComparison.Ordinal))
            throw new InvalidOperationException($"The wanted state was not reached: {trail}");
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }
}
