using System.Net;
using Amazon.CloudTrail.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests.Wire;

public sealed class ResponseTests
{
    [Fact]
    public async Task A_response_carries_its_request_id_and_status()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "ListTrails").Answers("""{"Trails":[],"ResponseMetadata":"theirs","HttpStatusCode":"theirs"}""");
        using var client = Clients.CloudTrail(aws);

        var response = await client.ListTrailsAsync(new ListTrailsRequest());

        Assert.Equal("00000000-0000-0000-0000-000000000001", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Empty(response.Trails!);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task What_the_service_does_not_send_is_null(string body)
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "GetTrailStatus").Answers(body);
        aws.On("CloudTrail", "DescribeTrails").Answers(body);
        using var client = Clients.CloudTrail(aws);

        var status = await client.GetTrailStatusAsync(new GetTrailStatusRequest());
        var trails = await client.DescribeTrailsAsync(new DescribeTrailsRequest());

        Assert.Null(status.IsLogging);
        Assert.Null(status.LatestDeliveryTime);
        Assert.Null(status.LatestDeliveryError);
        Assert.Null(trails.TrailList);
    }

    [Fact]
    public async Task The_content_type_does_not_matter()
    {
        using var aws = new ScriptedAws();
        // So moto answers.
        aws.On("CloudTrail", "GetTrail").AnswersRaw(200, "text/html; charset=utf-8", """{"Trail":{"Name":"acme","IsMultiRegionTrail":true}}""");
        using var client = Clients.CloudTrail(aws);

        var response = await client.GetTrailAsync(new GetTrailRequest { Name = "acme" });

        Assert.Equal(("acme", true), (response.Trail!.Name, response.Trail.IsMultiRegionTrail));
    }

    [Fact]
    public async Task Times_are_UTC_to_the_fraction_of_a_second()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "GetTrailStatus").Answers("""{"IsLogging":true,"LatestDeliveryTime":1735787045.123,"StartLoggingTime":1.735787045E9}""");
        using var client = Clients.CloudTrail(aws);

        var status = await client.GetTrailStatusAsync(new GetTrailStatusRequest());

        Assert.Equal(new DateTime(2025, 1, 2, 3, 4, 5, 123, DateTimeKind.Utc), status.LatestDeliveryTime);
        Assert.Equal(new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc), status.StartLoggingTime);
        Assert.Equal(DateTimeKind.Utc, status.LatestDeliveryTime!.Value.Kind);
    }

    [Fact]
    public async Task Members_and_constants_of_a_later_API_do_no_harm()
    {
        using var aws = new ScriptedAws();
        aws.On("Organizations", "ListAccounts").Answers("""
            {"Accounts":[{"Id":"111111111111","State":"ACTIVE","JoinedMethod":"TELEPORTED","Moons":[{"Name":"Io"}]}],"NextToken":"t"}
            """);
        using var client = Clients.Organizations(aws);

        var page = await client.ListAccountsAsync(new ListAccountsRequest());

        var account = Assert.Single(page.Accounts!);
        Assert.Equal(AccountState.ACTIVE, account.State);
        Assert.Equal("TELEPORTED", account.JoinedMethod!.Value);
        Assert.Null(account.Status);
        Assert.Equal("t", page.NextToken);
    }

    [Fact]
    public async Task A_handshake_is_read_with_all_its_parts()
    {
        using var aws = new ScriptedAws();
        aws.On("Organizations", "EnableAllFeatures").Answers("""
            {"Handshake":{"Id":"h-1","State":"REQUESTED","Action":"ENABLE_ALL_FEATURES","ExpirationTimestamp":1735787045,
             "Parties":[{"Id":"o-exampleorgid","Type":"ORGANIZATION"}],
             "Resources":[{"Type":"ORGANIZATION","Value":"o-exampleorgid","Resources":[{"Type":"NOTES","Value":"hello"}]}]}}
            """);
        using var client = Clients.Organizations(aws);

        var handshake = (await client.EnableAllFeaturesAsync(new EnableAllFeaturesRequest())).Handshake!;

        Assert.Equal((HandshakeState.REQUESTED, ActionType.ENABLE_ALL_FEATURES), (handshake.State, handshake.Action));
        Assert.Equal(HandshakePartyType.ORGANIZATION, handshake.Parties![0].Type);
        Assert.Equal("hello", handshake.Resources![0].Resources![0].Value);
        Assert.Equal(2025, handshake.ExpirationTimestamp!.Value.Year);
    }

    [Theory]
    [InlineData("<html><body>Sign in to the hotel network</body></html>", "Sign in to the hotel")]
    [InlineData("[]", "not the JSON of a GetTrailStatusResponse")]
    [InlineData("""{"IsLogging":"perhaps"}""", "perhaps")]
    [InlineData("""{"LatestDeliveryTime":1e300}""", "1e300")]
    public async Task An_answer_that_is_not_the_services_says_what_it_was(string body, string clue)
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "GetTrailStatus").AnswersRaw(200, "text/html", body);
        using var client = Clients.CloudTrail(aws, config => config.MaxErrorRetry = 0);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.GetTrailStatusAsync(new GetTrailStatusRequest()));

        Assert.Contains(clue, error.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Equal("00000000-0000-0000-0000-000000000001", error.RequestId);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_no_success()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "GetTrail").Truncates("""{"Trail":{"Name":"acme","S3BucketName":"acme-audit"}}""");
        using var client = Clients.CloudTrail(aws, config => config.MaxErrorRetry = 0);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.GetTrailAsync(new GetTrailRequest()));

        Assert.Contains("broke off", error.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
    }
}
