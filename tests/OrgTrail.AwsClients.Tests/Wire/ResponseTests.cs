using System.Net;
using Amazon.CloudTrail.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests.Wire;

public sealed class ResponseTests
{
    private static readonly string[] NoAnswers = ["", " \r\n", "{}", "null", """{"__type":"InternalFailure","message":"Oh"}"""];

    private static readonly string[] NoAnswersOfQuery =
    [
        "", " \r\n", "{}", "<GetRoleResponse/>", "<GetRoleResponse><GetRoleResult/></GetRoleResponse>",
        "<GetRoleResponse><GetRoleResult><Role/></GetRoleResult></GetRoleResponse>",
        "<ErrorResponse><Error><Code>InternalFailure</Code></Error></ErrorResponse>",
        "<html><GetRoleResult><Role><Arn>arn</Arn></Role></GetRoleResult></html>",
        "<!DOCTYPE a [<!ENTITY e \"arn\">]><GetRoleResponse><GetRoleResult><Role><Arn>&e;</Arn></Role></GetRoleResult></GetRoleResponse>",
    ];

    public static TheoryData<string, string> WithResult => Operations.WithResult();

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

    [Theory]
    [MemberData(nameof(WithResult))]
    public async Task What_an_answer_must_have_is_not_taken_for_nothing(string service, string operation)
    {
        foreach (var body in service == "IAM" ? NoAnswersOfQuery : NoAnswers)
        {
            using var aws = new ScriptedAws();
            aws.On(service, operation).Answers(body);

            var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => Operations.Call(aws, service, operation));

            Assert.Contains($"not that of {operation}", error.Message, StringComparison.Ordinal);
            Assert.Single(aws.Calls);
        }
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
    [InlineData("[]", "not that of GetTrailStatus, a GetTrailStatusResponse")]
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

    [Theory]
    [InlineData("""{"Trails":{}}""", "Trails is Object, not list")]
    [InlineData("""{"Trails":[{"Name":"a"},null]}""", "Trails[1] is null")]
    [InlineData("""{"Trails":[{"Name":"a"},{"Name":7}]}""", "Trails[1].Name is Number, not text")]
    [InlineData("""{"Trails":["a"]}""", "Trails[0] is String, not structure")]
    [InlineData("""{"Trails":[{"Name":"\ud800"}]}""", "Trails[0].Name is text that is not UTF-8")]
    [InlineData("""{"Trails":[]} {"Trails":[]}""", "invalid after a single JSON value")]
    public async Task A_value_of_another_type_is_told_with_its_place(string body, string fault)
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "ListTrails").Answers(body);
        using var client = Clients.CloudTrail(aws);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.ListTrailsAsync(new ListTrailsRequest()));

        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
        // What is wrong with a whole answer stays wrong, and a change may have been made.
        Assert.Single(aws.Calls);
    }

    [Fact]
    public async Task Deep_nesting_is_no_answer()
    {
        const int Depth = 10_000;
        using var aws = new ScriptedAws();
        aws.On("Organizations", "EnableAllFeatures").Answers(
            "{\"Handshake\":" + string.Concat(Enumerable.Repeat("{\"Resources\":[", Depth)) + string.Concat(Enumerable.Repeat("]}", Depth)) + "}");
        using var client = Clients.Organizations(aws);

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.EnableAllFeaturesAsync(new EnableAllFeaturesRequest()));
    }

    [Fact]
    public async Task Deep_nesting_of_XML_is_no_answer()
    {
        const int Depth = 100_000;
        using var aws = new ScriptedAws();
        aws.On("IAM", "GetRole").Answers(
            "<GetRoleResponse><GetRoleResult><Role>" + string.Concat(Enumerable.Repeat("<a>", Depth)) + string.Concat(Enumerable.Repeat("</a>", Depth)) + "</Role></GetRoleResult></GetRoleResponse>");
        using var client = Clients.Iam(aws);

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.GetRoleAsync(new GetRoleRequest()));
    }

    [Fact]
    public async Task A_role_is_read_from_XML_in_whatever_namespace()
    {
        using var aws = new ScriptedAws();
        aws.On("IAM", "GetRole").Answers("""
            <GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetRoleResult><Role>
              <Path>/</Path><RoleName>audit</RoleName><Arn>arn:aws:iam::111111111111:role/audit</Arn><CreateDate>2025-01-02T03:04:05Z</CreateDate>
              <Tags><member><Key>a</Key></member></Tags><Description></Description><MaxSessionDuration>3600</MaxSessionDuration>
            </Role></GetRoleResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetRoleResponse>
            """);
        using var client = Clients.Iam(aws);

        var response = await client.GetRoleAsync(new GetRoleRequest());

        var role = response.Role!;
        Assert.Equal(("/", "audit", "arn:aws:iam::111111111111:role/audit", "", 3600), (role.Path, role.RoleName, role.Arn, role.Description, role.MaxSessionDuration));
        Assert.Equal(new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc), role.CreateDate);
        Assert.Null(role.RoleId);
        Assert.Equal("00000000-0000-0000-0000-000000000001", response.ResponseMetadata.RequestId);
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
