using System.Reflection;
using Amazon.CloudTrail;
using Amazon.Organizations;
using OrgTrail.Aws.Pacing;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Pacing;

public sealed class CallPaceTests
{
    private readonly PacedTime _time = new();
    private readonly CallPace _pace;

    public CallPaceTests() => _pace = new CallPace(_time);

    [Fact]
    public void As_many_calls_as_the_burst_allows_go_out_at_once()
    {
        Assert.All(Call("Organizations", "ListAccounts", times: 12), call => Assert.True(call.IsCompletedSuccessfully));
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public void Those_behind_wait_for_one_token_each_in_the_order_in_which_they_came()
    {
        Call("Organizations", "ListAccounts", times: 12);
        var late = Call("Organizations", "ListAccounts", times: 3);

        Assert.Equal([TimeSpan.FromSeconds(0.125), TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.375)], _time.Waits);
        _time.Advance(TimeSpan.FromSeconds(0.125));
        Assert.Equal([true, false, false], late.Select(call => call.IsCompleted));
        _time.Advance(TimeSpan.FromSeconds(0.25));
        Assert.All(late, call => Assert.True(call.IsCompletedSuccessfully));
    }

    [Fact]
    public void Calls_within_the_rate_never_wait()
    {
        for (var second = 0; second < 100; second++)
        {
            Assert.True(Assert.Single(Call("Organizations", "DescribeOrganization")).IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Empty(_time.Waits);
    }

    [Fact]
    public void A_pause_fills_the_budget_up_to_the_burst_and_no_further()
    {
        Call("Organizations", "DescribeOrganization", times: 2);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal([true, true, false], Call("Organizations", "DescribeOrganization", times: 3).Select(call => call.IsCompleted));
    }

    [Theory]
    [InlineData("ListAccounts", 12, 8)]
    [InlineData("DescribeOrganization", 2, 1)]
    [InlineData("ListAWSServiceAccessForOrganization", 3, 1)]
    [InlineData("EnableAWSServiceAccess", 2, 1)]
    [InlineData("ListDelegatedAdministrators", 8, 5)]
    public void However_many_calls_there_are_AWS_sees_no_more_than_it_allows(string operation, int burst, int perSecond)
    {
        const int Seconds = 5;
        var calls = Call("Organizations", operation, times: burst + (perSecond * Seconds) + 1);

        for (var second = 0; second <= Seconds; second++)
        {
            Assert.Equal(burst + (perSecond * second), calls.Count(call => call.IsCompleted));
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void Each_operation_has_a_budget_of_its_own_and_each_Region()
    {
        Assert.Equal([true, false], Call("CloudTrail", "StartLogging", "eu-west-1", 2).Select(call => call.IsCompleted));
        Assert.True(Assert.Single(Call("CloudTrail", "StopLogging", "eu-west-1")).IsCompleted);
        Assert.True(Assert.Single(Call("CloudTrail", "StartLogging", "eu-west-2")).IsCompleted);
    }

    [Fact]
    public void What_AWS_gives_no_rate_for_is_not_held_back()
    {
        Assert.All(Call("S3", "ListObjectsV2", times: 1000), call => Assert.True(call.IsCompletedSuccessfully));
    }

    [Fact]
    public void A_call_counts_from_its_end_since_it_may_have_arrived_only_then()
    {
        var first = Take("DescribeOrganization");
        _time.Advance(TimeSpan.FromSeconds(10));
        first.End();

        Assert.Equal([true, false], Call("Organizations", "DescribeOrganization", times: 2).Select(call => call.IsCompleted));
        Assert.Equal([TimeSpan.FromSeconds(1)], _time.Waits);
    }

    [Fact]
    public void So_do_those_that_went_out_behind_it()
    {
        var (first, _) = (Take("DescribeOrganization"), Take("DescribeOrganization"));
        _time.Advance(TimeSpan.FromSeconds(10));
        first.End();

        Assert.False(Assert.Single(Call("Organizations", "DescribeOrganization")).IsCompleted);
    }

    [Theory]
    [InlineData("ListAccounts")]
    [InlineData("DescribeOrganization")]
    [InlineData("ListDelegatedAdministrators")]
    public void However_long_calls_are_on_their_way_AWS_sees_no_more_than_it_allows(string operation)
    {
        var random = new Random(1);
        var (now, arrivals) = (DateTimeOffset.UnixEpoch, new List<DateTimeOffset>());

        // The first call opens the connection.
        foreach (var milliseconds in Enumerable.Range(0, 200).Select(_ => random.Next(100)).Prepend(700))
        {
            var token = Take(operation);
            var wait = token.WaitAsync(CancellationToken.None);
            if (!wait.IsCompleted) Pass(Assert.Single(_time.Waits));
            Assert.True(wait.IsCompleted);
            Pass(TimeSpan.FromMilliseconds(milliseconds));
            arrivals.Add(now);
            token.End();
        }

        var rate = DocumentedRate.Of("organizations", operation)!;
        Assert.InRange(rate.Peak(arrivals), rate.Burst - 1, rate.Burst);

        void Pass(TimeSpan time)
        {
            now += time;
            _time.Advance(time);
        }
    }

    [Fact]
    public async Task A_wait_that_is_given_up_ends_at_once()
    {
        Call("Organizations", "DescribeOrganization", times: 2);
        using var cancellation = new CancellationTokenSource();
        var wait = Take("DescribeOrganization").WaitAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public void Every_operation_of_CloudTrail_has_its_rate()
    {
        Assert.All(Operations(typeof(IAmazonCloudTrail)), operation => Assert.NotNull(CallRates.Of("CloudTrail", operation)));
    }

    [Fact]
    public void So_has_every_operation_of_Organizations()
    {
        Assert.All(Operations(typeof(IAmazonOrganizations)), operation => Assert.NotNull(CallRates.Of("Organizations", operation)));
    }

    private static IEnumerable<string> Operations(Type client) => client
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
        .Select(method => method.Name[..^"Async".Length]);

    private CallToken Take(string operation) => _pace.Take("Organizations", "", operation);

    private List<Task> Call(string service, string operation, string region = "", int times = 1) =>
        [.. Enumerable.Range(0, times).Select(_ => _pace.Take(service, region, operation).WaitAsync(CancellationToken.None))];
}
