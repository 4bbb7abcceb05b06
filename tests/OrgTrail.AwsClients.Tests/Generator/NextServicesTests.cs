using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests.Generator;

/// <summary>A service more is a model more: those of SNS and CloudWatch Logs beside these tests have no line of C#.</summary>
public sealed class NextServicesTests
{
    [Fact]
    public async Task Log_groups_are_listed_by_a_model_of_ten_lines()
    {
        using var aws = new ScriptedAws();
        aws.On("logs", "DescribeLogGroups").Answers("""{"logGroups":[{"logGroupName":"acme","arn":"arn:aws:logs:eu-west-1:111111111111:log-group:acme:*","storedBytes":5000000000}],"nextToken":"t"}""");
        using var client = new AmazonCloudWatchLogsClient(Clients.Keys, new AmazonCloudWatchLogsConfig { ServiceURL = aws.Endpoint, AuthenticationRegion = "eu-west-1" });

        var page = await client.DescribeLogGroupsAsync(new DescribeLogGroupsRequest { LogGroupNamePrefix = "ac", Limit = 50 });

        Assert.Equal(("acme", 5000000000, null), (page.LogGroups![0].LogGroupName, page.LogGroups[0].StoredBytes, page.LogGroups[0].RetentionInDays));
        Assert.Equal("t", page.NextToken);
        var call = aws.Calls.Single();
        Assert.Equal("""{"logGroupNamePrefix":"ac","limit":50}""", call.Text);
        Assert.Equal("Logs_20140328.DescribeLogGroups", call.Headers["X-Amz-Target"]);
        Assert.Contains("/eu-west-1/logs/aws4_request", call.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_is_read_with_its_policy()
    {
        using var aws = new ScriptedAws();
        aws.On("SNS", "GetTopicAttributes").Answers("""
            <GetTopicAttributesResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><GetTopicAttributesResult><Attributes>
              <entry><key>TopicArn</key><value>arn:aws:sns:us-east-1:111111111111:acme</value></entry>
              <entry><key>Policy</key><value>{"Version":"2012-10-17"}</value></entry>
            </Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>
            """);
        using var client = Sns(aws);

        var topic = await client.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = "arn:aws:sns:us-east-1:111111111111:acme" });

        Assert.Equal("""{"Version":"2012-10-17"}""", topic.Attributes!["Policy"]);
        Assert.Equal("Action=GetTopicAttributes&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A111111111111%3Aacme&Version=2010-03-31", aws.Calls.Single().Text);
    }

    [Fact]
    public async Task A_topic_is_created_with_attributes_and_tags()
    {
        using var aws = new ScriptedAws();
        aws.On("SNS", "CreateTopic").Answers("<CreateTopicResponse><CreateTopicResult><TopicArn>arn</TopicArn></CreateTopicResult></CreateTopicResponse>");
        using var client = Sns(aws);

        await client.CreateTopicAsync(new CreateTopicRequest { Name = "acme", Attributes = new() { ["DisplayName"] = "A" }, Tags = [new() { Key = "team", Value = "s" }] });

        Assert.Equal(
            ["Action=CreateTopic", "Attributes.entry.1.key=DisplayName", "Attributes.entry.1.value=A", "Name=acme", "Tags.member.1.Key=team", "Tags.member.1.Value=s", "Version=2010-03-31"],
            aws.Calls.Single().Text.Split('&').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_topic_that_is_not_there_has_an_exception_of_its_own()
    {
        using var aws = new ScriptedAws();
        aws.On("SNS", "GetTopicAttributes").Fails("NotFound", "Topic does not exist", status: 404);
        using var client = Sns(aws);

        await Assert.ThrowsAsync<NotFoundException>(() => client.GetTopicAttributesAsync(new GetTopicAttributesRequest()));
    }

    [Theory]
    [InlineData("eu-west-1", "https://sns.eu-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://sns.cn-north-1.amazonaws.com.cn/")]
    public void A_service_without_rules_of_its_own_has_an_endpoint_in_each_Region(string region, string url)
    {
        using var client = new AmazonSimpleNotificationServiceClient(Clients.Keys, RegionEndpoint.GetBySystemName(region));

        Assert.Equal(url, client.DetermineServiceOperationEndpoint(new GetTopicAttributesRequest()).URL);
    }

    private static AmazonSimpleNotificationServiceClient Sns(ScriptedAws aws) =>
        new(Clients.Keys, new AmazonSimpleNotificationServiceConfig { ServiceURL = aws.Endpoint });
}
