using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using OrgTrail.Benchmarks.Scale;
using OrgTrail.Testing;

namespace OrgTrail.Benchmarks;

/// <summary>A sandbox in a process of its own.</summary>
internal sealed class SandboxProcess : IDisposable
{
    /// <summary>The account that the sandbox's organization belongs to; its id is also an access key.</summary>
    public const string ManagementAccount = "111111111111";

    private readonly PinnedServer _server;
    // Hours of a thousand accounts take more than a minute to deliver.
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(10) };

    /// <param name="accounts">How many accounts its organization has.</param>
    /// <param name="regions">The Regions that exist; those that the sandbox has by itself when not given.</param>
    public SandboxProcess(int accounts, IReadOnlyList<string>? regions = null)
    {
        string[] where = regions is null ? [] : ["--regions", string.Join(',', regions)];
        var count = accounts.ToString(CultureInfo.InvariantCulture);
        _server = PinnedServer.Start(port =>
            ["dotnet", Path.Combine(AppContext.BaseDirectory, "OrgTrail.Sandbox.Console.dll"), "serve", "--port", port, "--accounts", count, .. where]);
        Cli = new AwsCli(Endpoint, accessKey: ManagementAccount, ownProcess: true);
    }

    public string Endpoint => $"http://{_server.Address}";

    /// <summary>The AWS CLI as the management account.</summary>
    public AwsCli Cli { get; }

    /// <summary>Begins anew.</summary>
    public void Reset() => Send(HttpMethod.Post, "reset").Dispose();

    /// <summary>Lets time pass.</summary>
    /// <returns>What was delivered in it.</returns>
    public (long LogFiles, long Digests) Advance(TimeSpan time)
    {
        using var answer = Send(HttpMethod.Post, "advance", new { Seconds = time.TotalSeconds });
        var report = Json(answer);
        return (report.GetProperty("LogFiles").GetInt64(), report.GetProperty("Digests").GetInt64());
    }

    /// <summary>Begins a new list of calls.</summary>
    public void ForgetCalls() => Send(HttpMethod.Delete, "calls").Dispose();

    /// <summary>The calls since then.</summary>
    public IReadOnlyList<RecordedCall> Calls()
    {
        using var answer = Send(HttpMethod.Get, "calls");
        var log = Json(answer);
        return log.GetProperty("Forgotten").GetInt64() == 0
            ? log.GetProperty("Calls").Deserialize<RecordedCall[]>()!
            : throw new InvalidOperationException("The sandbox has not kept all calls.");
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

    private static JsonElement Json(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>().GetAwaiter().GetResult();

    private HttpResponseMessage Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{Endpoint}/_sandbox/{path}")) { Content = body is null ? null : new StringContent(JsonSerializer.Serialize(body)) };
        request.Headers.Add("X-OrgTrail-Sandbox", "admin");
        return _client.Send(request).EnsureSuccessStatusCode();
    }
}
