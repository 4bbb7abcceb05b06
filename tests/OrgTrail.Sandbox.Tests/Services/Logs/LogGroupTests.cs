using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Tests.Services.Logs;

public sealed class LogGroupTests
{
    private readonly ServiceProbe _probe = new();

    [Fact]
    public void A_group_is_described_with_both_forms_of_its_ARN()
    {
        Create("CloudTrail/logs");

        var group = Assert.Single(Describe())!;

        Assert.Equal("arn:aws:logs:us-east-1:111111111111:log-group:CloudTrail/logs:*", (string?)group["arn"]);
        Assert.Equal("arn:aws:logs:us-east-1:111111111111:log-group:CloudTrail/logs", (string?)group["logGroupArn"]);
        Assert.Equal(ServiceProbe.Start.ToUnixTimeMilliseconds(), (long)group["creationTime"]!);
    }

    [Fact]
    public void It_belongs_to_one_account_and_Region()
    {
        Create("logs");

        Assert.Empty(_probe.Json("logs", "DescribeLogGroups", account: ServiceProbe.Member)["logGroups"]!.AsArray());
        Assert.Empty(_probe.Json("logs", "DescribeLogGroups", region: "eu-west-1")["logGroups"]!.AsArray());
        Assert.Equal("ResourceAlreadyExistsException", Refusal("CreateLogGroup", Name("logs")));
    }

    [Fact]
    public void Retention_is_one_of_the_lengths_that_AWS_offers()
    {
        Create("logs");
        _probe.Json("logs", "PutRetentionPolicy", Retention(90));
        Assert.Equal(90, (int)Assert.Single(Describe())!["retentionInDays"]!);

        Assert.Equal("InvalidParameterException", Refusal("PutRetentionPolicy", Retention(91)));
        _probe.Json("logs", "DeleteRetentionPolicy", Name("logs"));
        Assert.Null(Assert.Single(Describe())!["retentionInDays"]);
    }

    [Fact]
    public void Groups_are_found_by_the_beginning_of_their_names_and_paged()
    {
        foreach (var name in new[] { "b/2", "b/1", "a", "b/3" }) Create(name);

        var first = _probe.Json("logs", "DescribeLogGroups", new() { ["logGroupNamePrefix"] = "b/", ["limit"] = 2 });
        var second = _probe.Json("logs", "DescribeLogGroups", new() { ["logGroupNamePrefix"] = "b/", ["limit"] = 2, ["nextToken"] = (string?)first["nextToken"] });

        Assert.Equal(["b/1", "b/2"], first["logGroups"]!.AsArray().Select(group => (string?)group!["logGroupName"]));
        Assert.Equal(["b/3"], second["logGroups"]!.AsArray().Select(group => (string?)group!["logGroupName"]));
        Assert.Null(second["nextToken"]);
    }

    [Fact]
    public void A_token_behind_the_end_is_the_end()
    {
        Create("logs");

        var page = _probe.Json("logs", "DescribeLogGroups", new() { ["nextToken"] = $"{int.MaxValue}" });

        Assert.Empty(page["logGroups"]!.AsArray());
        Assert.Null(page["nextToken"]);
    }

    [Fact]
    public void A_deleted_group_is_gone()
    {
        Create("logs");
        _probe.Json("logs", "DeleteLogGroup", Name("logs"));

        Assert.Equal("ResourceNotFoundException", Refusal("DeleteLogGroup", Name("logs")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    public void Names_that_are_none_are_refused(string name)
    {
        Assert.Equal("InvalidParameterException", Refusal("CreateLogGroup", Name(name)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(":*")]
    public void Tags_are_found_by_either_ARN(string suffix)
    {
        var arn = "arn:aws:logs:us-east-1:111111111111:log-group:logs" + suffix;
        Create("logs");
        _probe.Json("logs", "TagResource", new() { ["resourceArn"] = arn, ["tags"] = new JsonObject { ["a"] = "1", ["b"] = "2" } });
        _probe.Json("logs", "UntagResource", new() { ["resourceArn"] = arn, ["tagKeys"] = new JsonArray("a") });

        var tags = _probe.Json("logs", "ListTagsForResource", new() { ["resourceArn"] = arn })["tags"]!.AsObject();
        Assert.Equal("b", Assert.Single(tags).Key);
    }

    private void Create(string name) => _probe.Json("logs", "CreateLogGroup", Name(name));

    private JsonArray Describe() => _probe.Json("logs", "DescribeLogGroups")["logGroups"]!.AsArray();

    private string Refusal(string operation, JsonObject input) =>
        Assert.Throws<AwsErrorException>(() => _probe.Json("logs", operation, input)).Code;

    private static JsonObject Name(string name) => new() { ["logGroupName"] = name };

    private static JsonObject Retention(int days) => new() { ["logGroupName"] = "logs", ["retentionInDays"] = days };
}
