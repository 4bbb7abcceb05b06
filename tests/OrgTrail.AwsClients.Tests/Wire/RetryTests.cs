using System.Globalization;
using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using Amazon.Runtime;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests.Wire;

public sealed class RetryTests
{
    /// <summary>The codes of botocore's standard mode.</summary>
    public static TheoryData<string> RetriedCodes =>
    [
        "RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete", "Throttling", "ThrottlingException",
        "ThrottledException", "RequestThrottled", "RequestThrottledException", "TooManyRequestsException",
        "ProvisionedThroughputExceededException", "TransactionInProgressException", "RequestLimitExceeded",
        "BandwidthLimitExceeded", "LimitExceededException", "SlowDown", "EC2ThrottledException",
    ];

    [Theory]
    [MemberData(nameof(RetriedCodes))]
    public async Task Throttling_and_timeouts_are_tried_three_times(string code)
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "ListTrails").Fails(code, "Not now").Times(2).Answers("{}");
        using var client = Clients.CloudTrail(aws);

        await client.ListTrailsAsync(new ListTrailsRequest());

        Assert.Equal(3, aws.Calls.Count);
        Assert.Equal("attempt=3; max=3", aws.Calls[2].Headers["amz-sdk-request"]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Trouble_of_the_server_is_tried_three_times(int status)
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "ListTrails").AnswersHtml(status);
        using var client = Clients.CloudTrail(aws);

        await Assert.ThrowsAsync<AmazonCloudTrailException>(() => client.ListTrailsAsync(new ListTrailsRequest()));

        Assert.Equal(3, aws.Calls.Count);
    }

    [Theory]
    [InlineData("ConflictException", 400)]
    [InlineData("AccessDeniedException", 400)]
    [InlineData("TagsLimitExceededException", 400)]
    [InlineData("UnknownOperationException", 404)]
    [InlineData("NotImplemented", 501)]
    public async Task A_refusal_is_final(string code, int status)
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "ListTrails").Fails(code, "No", status);
        using var client = Clients.CloudTrail(aws);

        await Assert.ThrowsAnyAsync<AmazonCloudTrailException>(() => client.ListTrailsAsync(new ListTrailsRequest()));

        Assert.Single(aws.Calls);
    }

    [Fact]
    public async Task A_lost_connection_and_half_an_answer_are_tried_again()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "GetTrail").Resets().Times(1).Truncates("""{"Trail":{"Name":"acme"}}""").Times(1).Answers("""{"Trail":{"Name":"acme"}}""");
        using var client = Clients.CloudTrail(aws);

        var response = await client.GetTrailAsync(new GetTrailRequest());

        Assert.Equal("acme", response.Trail!.Name);
        Assert.Equal(3, aws.Calls.Count);
        Assert.Equal(aws.Calls[0].Text, aws.Calls[2].Text);
    }

    [Fact]
    public async Task A_wrong_clock_is_set_right_by_the_servers()
    {
        using var aws = new ScriptedAws { ClockSkew = TimeSpan.FromHours(1) };
        aws.On("CloudTrail", "ListTrails").Fails("InvalidSignatureException", "Signature not yet current").Times(1).Answers("{}");
        using var client = Clients.CloudTrail(aws);

        await client.ListTrailsAsync(new ListTrailsRequest());

        var dates = aws.Calls.Select(call => DateTime.ParseExact(call.Headers["X-Amz-Date"], "yyyyMMddTHHmmssZ", CultureInfo.InvariantCulture)).ToArray();
        Assert.InRange(dates[1] - dates[0], TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task The_configuration_says_how_often()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "ListTrails").Fails("ThrottlingException", "Not now");
        using var client = Clients.CloudTrail(aws, config => config.MaxErrorRetry = 1);

        await Assert.ThrowsAsync<ThrottlingException>(() => client.ListTrailsAsync(new ListTrailsRequest()));

        Assert.Equal(2, aws.Calls.Count);
    }

    [Fact]
    public async Task Adaptive_mode_tries_again_too()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "ListTrails").AnswersHtml(503).Times(2).Answers("{}");
        using var client = Clients.CloudTrail(aws, config => config.RetryMode = RequestRetryMode.Adaptive);

        await client.ListTrailsAsync(new ListTrailsRequest());

        Assert.Equal(3, aws.Calls.Count);
        Assert.Equal(RequestRetryMode.Adaptive, client.Config.RetryMode);
    }

    [Fact]
    public async Task Adaptive_mode_holds_back_after_throttling()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "ListTrails").Fails("EC2ThrottledException", "Not now").Times(1).Answers("{}");
        // Instead of waiting for a token it fails at once, which shows that it wants one.
        using var client = Clients.CloudTrail(aws, config =>
        {
            config.RetryMode = RequestRetryMode.Adaptive;
            config.FastFailRequests = true;
        });

        var error = await Assert.ThrowsAsync<AmazonClientException>(() => client.ListTrailsAsync(new ListTrailsRequest()));

        Assert.Contains("capacity", error.Message, StringComparison.Ordinal);
        Assert.Single(aws.Calls);
    }
}
