using System.Net;
using System.Net.Sockets;
using OrgTrail.Aws.Connection;
using OrgTrail.Aws.Credentials;
using OrgTrail.Aws.Ports;
using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Errors;

public sealed class TransportTests : ConnectionTest
{
    [Fact]
    public async Task A_refused_connection_says_where_to_look()
    {
        using var cloud = await ConnectAsync(ByHand with { EndpointUrl = $"http://127.0.0.1:{UnusedPort()}" });
        var problem = await ProblemOf(() => cloud.TrailsIn("eu-west-1").GetAsync("acme", default));

        Assert.Equal(("ConnectionFailed", ProblemKind.ConnectionFailed), (problem.Id, problem.Kind));
        Assert.Contains("Connection refused", problem.Why, StringComparison.Ordinal);
        Assert.Contains("-EndpointUrl", problem.Advice, StringComparison.Ordinal);
        Assert.Null(problem.ErrorCode);
    }

    [Theory]
    [InlineData("CloudTrail")]
    [InlineData("STS")]
    public async Task A_broken_connection_is_one_that_failed(string service)
    {
        Aws.On("CloudTrail", "GetTrail").Resets();
        Aws.On("STS", "GetCallerIdentity").Resets();
        using var cloud = await ConnectAsync(ByHand);
        var problem = await ProblemOf(service == "STS" ? () => cloud.Identity.GetCallerAsync(default) : () => cloud.TrailsIn("eu-west-1").GetAsync("acme", default));
        Assert.Equal("ConnectionFailed", problem.Id);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_no_answer()
    {
        Aws.On("CloudTrail", "GetTrail").Truncates("""{"Trail":{"Name":"acme"}}""");
        using var cloud = await ConnectAsync(ByHand);
        var problem = await ProblemOf(() => cloud.TrailsIn("eu-west-1").GetAsync("acme", default));
        Assert.Equal("ServiceFailed", problem.Id);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(200)]
    [InlineData(404)]
    public async Task A_page_instead_of_an_answer_is_the_fault_of_what_sent_it(int status)
    {
        Aws.On("CloudTrail", "GetTrail").AnswersHtml(status);
        Aws.On("STS", "GetCallerIdentity").AnswersHtml(status);
        using var cloud = await ConnectAsync(ByHand);
        var expected = status == 404 ? "ServiceRefused" : "ServiceFailed";
        Assert.Equal(expected, (await ProblemOf(() => cloud.TrailsIn("eu-west-1").GetAsync("acme", default))).Id);
        Assert.Equal(expected, (await ProblemOf(() => cloud.Identity.GetCallerAsync(default))).Id);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_a_time_out()
    {
        Aws.On("STS", "GetCallerIdentity").Hangs();
        using var identity = new AwsIdentity(() =>
        {
            var config = new ClientSettings("us-east-1", new EndpointAddresses(Aws.Endpoint, null), null).Apply(new Amazon.SecurityToken.AmazonSecurityTokenServiceConfig(), "sts");
            config.Timeout = TimeSpan.FromMilliseconds(50);
            return new Amazon.SecurityToken.AmazonSecurityTokenServiceClient(StaticKeys.Of("the test", "AKIAGIVEN", Secret, null), config);
        }, TimeProvider.System);

        var problem = await ProblemOf(() => identity.GetCallerAsync(default));
        Assert.Equal(("TimedOut", ProblemKind.TimedOut), (problem.Id, problem.Kind));
    }

    [Theory]
    [InlineData("hangs")]
    [InlineData("stalls")]
    public async Task Cancelling_ends_a_hanging_call_at_once_and_is_no_error(string how)
    {
        Env["AWS_MAX_ATTEMPTS"] = null;
        var script = Aws.On("CloudTrail", "GetTrail");
        _ = how == "hangs" ? script.Hangs() : script.Stalls("""{"Trail":{}}""");
        using var cloud = await ConnectAsync(ByHand);
        using var cancellation = new CancellationTokenSource();

        var call = cloud.TrailsIn("eu-west-1").GetAsync("acme", cancellation.Token);
        var arrived = await Aws.FirstCall("CloudTrail", "GetTrail");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await arrived.Abandoned;
        Assert.Single(Aws.Calls);
    }

    [Fact]
    public async Task A_cancelled_token_sends_nothing()
    {
        using var cloud = await ConnectAsync(ByHand);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cloud.Identity.GetCallerAsync(new CancellationToken(canceled: true)));
        Assert.Empty(Aws.Calls);
    }

    private static async Task<Problem> ProblemOf(Func<Task> call) => (await Assert.ThrowsAsync<OrgTrailException>(call)).Problem;

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
