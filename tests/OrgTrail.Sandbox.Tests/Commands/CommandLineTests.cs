using System.Net;
using OrgTrail.Sandbox.Commands;

namespace OrgTrail.Sandbox.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task The_demo_does_the_whole_main_job()
    {
        Assert.Equal(0, await RunAsync("demo"));

        var shown = _output.ToString();
        Assert.Contains("arn:aws:cloudtrail:us-east-1:111111111111:trail/acme", shown, StringComparison.Ordinal);
        Assert.Matches(@"CloudTrail delivered [1-9]\d* log files and [1-9]\d* digests", shown);
        Assert.Matches(@"AWSLogs/o-[a-z0-9]{10}/222222222222/CloudTrail/\S+\.json\.gz", shown);
        Assert.Contains("CloudTrail can deliver", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", shown, StringComparison.Ordinal);
        Assert.Contains("Done in", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serving_points_the_AWS_CLI_at_the_sandbox_and_keeps_its_state()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the lines are for another shell there");
        var file = Path.Combine(Directory.CreateTempSubdirectory("orgtrail-serve-").FullName, "state.json");
        using var stopping = new CancellationTokenSource();
        var stopWhenItAnswers = new WatchingWriter(_output, line => line.StartsWith("export AWS_ENDPOINT_URL=", StringComparison.Ordinal), line =>
        {
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Add("X-OrgTrail-Sandbox", "admin");
            using var health = http.Send(new(HttpMethod.Get, $"{line.Split('=')[1]}/_sandbox/health"));
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
            stopping.Cancel();
        });

        var code = await CommandLine.RunAsync(["serve", "--port", "0", "--accounts", "3", "--regions", "us-east-1,me-central-1", "--state", file], stopWhenItAnswers, _errors, stopping.Token);

        Assert.Equal(0, code);
        var lines = _output.ToString().Trim().Split(Environment.NewLine);
        Assert.Equal(2, lines.Length);
        Assert.Equal("export AWS_ACCESS_KEY_ID=111111111111 AWS_SECRET_ACCESS_KEY=sandbox AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1", lines[1]);
        using var again = SandboxServer.Start(new() { StateFile = file });
        Assert.Equal(3, again.State.Organizations.Organization!.Accounts.Count);
        Assert.Equal(["us-east-1", "me-central-1"], again.State.Regions);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("demo fast")]
    [InlineData("serve --port")]
    [InlineData("serve --port x")]
    [InlineData("serve --colour")]
    [InlineData("serve 4599")]
    public async Task What_it_does_not_know_it_explains(string arguments)
    {
        Assert.Equal(2, await RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.StartsWith("Usage:", _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    private Task<int> RunAsync(params string[] arguments) => CommandLine.RunAsync(arguments, _output, _errors, default);
}
