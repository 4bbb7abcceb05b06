using System.Net;
using Amazon.CloudTrail.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using OrgTrail.Testing;
using Tag = Amazon.CloudTrail.Model.Tag;

namespace OrgTrail.AwsClients.Tests.Wire;

public sealed class RequestTests
{
    public static TheoryData<string, string> Everything => Operations.All();

    [Fact]
    public async Task A_CloudTrail_request_is_signed_AWS_JSON()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "GetTrail").Answers("""{"Trail":{}}""");
        using var client = Clients.CloudTrail(aws);

        await client.GetTrailAsync(new GetTrailRequest { Name = "acme" });

        var headers = aws.Calls.Single().Headers;
        Assert.Equal("application/x-amz-json-1.1", headers["Content-Type"]);
        Assert.Equal("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.GetTrail", headers["X-Amz-Target"]);
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=.+/eu-west-1/cloudtrail/aws4_request, SignedHeaders=.*x-amz-target.*, Signature=[0-9a-f]{64}$", headers["Authorization"]);
        Assert.Contains(" api/CloudTrail#", headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("""{"Name":"acme"}""", aws.Calls.Single().Text);
    }

    [Fact]
    public async Task An_Organizations_request_is_signed_AWS_JSON()
    {
        using var aws = new ScriptedAws();
        aws.On("Organizations", "EnableAWSServiceAccess").Answers("");
        using var client = Clients.Organizations(aws);

        await client.EnableAWSServiceAccessAsync(new EnableAWSServiceAccessRequest { ServicePrincipal = "cloudtrail.amazonaws.com" });

        var headers = aws.Calls.Single().Headers;
        Assert.Equal("application/x-amz-json-1.1", headers["Content-Type"]);
        Assert.Equal("AWSOrganizationsV20161128.EnableAWSServiceAccess", headers["X-Amz-Target"]);
        Assert.Contains("/us-east-1/organizations/aws4_request", headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("""{"ServicePrincipal":"cloudtrail.amazonaws.com"}""", aws.Calls.Single().Text);
    }

    [Fact]
    public async Task An_IAM_request_is_a_signed_AWS_query()
    {
        using var aws = new ScriptedAws();
        aws.On("IAM", "GetRole").Answers(Operations.LeastAnswer("GetRole"));
        using var client = Clients.Iam(aws);

        await client.GetRoleAsync(new GetRoleRequest { RoleName = "a/b & c" });

        var headers = aws.Calls.Single().Headers;
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", headers["Content-Type"]);
        Assert.Contains("/us-east-1/iam/aws4_request", headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains(" api/IAM#", headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("Action=GetRole&RoleName=a%2Fb%20%26%20c&Version=2010-05-08", aws.Calls.Single().Text);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Every_operation_goes_out_under_its_name_and_needs_no_more_result_than_its_model_says(string service, string operation)
    {
        using var aws = new ScriptedAws();
        aws.On(service, operation).Answers(Operations.LeastAnswer(operation));

        var response = await Operations.Call(aws, service, operation);

        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Equal($"{service}.{operation}", aws.Calls.Single().ToString());
        Assert.Equal(service == "IAM" ? $"Action={operation}&Version=2010-05-08" : "{}", aws.Calls.Single().Text);
    }

    [Fact]
    public async Task What_is_null_is_not_sent_and_what_is_false_or_empty_is()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "CreateTrail").Answers("{}");
        using var client = Clients.CloudTrail(aws);

        await client.CreateTrailAsync(new CreateTrailRequest { Name = "acme", S3KeyPrefix = "", IsMultiRegionTrail = false, TagsList = [] });

        Assert.Equal(
            ["Name", "S3KeyPrefix", "IsMultiRegionTrail", "TagsList"],
            aws.Calls.Single().Body.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Only_DescribeTrails_writes_its_members_in_camel_case()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "DescribeTrails").Answers("""{"trailList":[{"Name":"acme"}]}""");
        using var client = Clients.CloudTrail(aws);

        var response = await client.DescribeTrailsAsync(new DescribeTrailsRequest { TrailNameList = ["acme"], IncludeShadowTrails = false });

        Assert.Equal("""{"trailNameList":["acme"],"includeShadowTrails":false}""", aws.Calls.Single().Text);
        Assert.Equal("acme", Assert.Single(response.TrailList!).Name);
    }

    [Fact]
    public async Task Lists_of_structures_and_constants_are_written()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "AddTags").Answers("{}");
        aws.On("Organizations", "ListHandshakesForOrganization").Answers("{}");
        using var trails = Clients.CloudTrail(aws);
        using var organizations = Clients.Organizations(aws);

        await trails.AddTagsAsync(new AddTagsRequest { ResourceId = "arn", TagsList = [new Tag { Key = "größe", Value = "<1>" }] });
        await organizations.ListHandshakesForOrganizationAsync(new ListHandshakesForOrganizationRequest
        {
            Filter = new HandshakeFilter { ActionType = ActionType.ENABLE_ALL_FEATURES },
            MaxResults = 20,
        });

        var tag = aws.Calls[0].Body.GetProperty("TagsList")[0];
        Assert.Equal(("größe", "<1>"), (tag.GetProperty("Key").GetString(), tag.GetProperty("Value").GetString()));
        Assert.Equal("""{"Filter":{"ActionType":"ENABLE_ALL_FEATURES"},"MaxResults":20}""", aws.Calls[1].Text);
    }

    [Fact]
    public async Task One_client_serves_several_threads()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "GetTrail").AnswersWith(call => $$$"""{"Trail":{"Name":"{{{call.Member("Name")}}}"}}""");
        using var client = Clients.CloudTrail(aws);
        var names = Enumerable.Range(0, 40).Select(number => $"trail{number}").ToArray();

        var answers = await Task.WhenAll(names.Select(name => Task.Run(() => client.GetTrailAsync(new GetTrailRequest { Name = name }))));

        Assert.Equal(names, answers.Select(answer => answer.Trail!.Name));
    }

    [Fact]
    public async Task A_disposed_client_refuses_to_call()
    {
        using var aws = new ScriptedAws();
        var client = Clients.CloudTrail(aws);
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.ListTrailsAsync(new ListTrailsRequest()));
        Assert.Empty(aws.Calls);
    }
}
