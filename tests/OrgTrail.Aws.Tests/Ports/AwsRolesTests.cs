using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class AwsRolesTests : ConnectionTest
{
    private const string Role = "AWSServiceRoleForCloudTrail";

    [Fact]
    public async Task A_role_that_IAM_shows_exists()
    {
        Aws.On("IAM", "GetRole").Answers($"""
            <GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetRoleResult><Role>
              <Path>/aws-service-role/cloudtrail.amazonaws.com/</Path><RoleName>{Role}</RoleName><Arn>arn:aws:iam::111111111111:role/aws-service-role/cloudtrail.amazonaws.com/{Role}</Arn>
            </Role></GetRoleResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetRoleResponse>
            """);
        using var cloud = await ConnectAsync(ByHand);

        Assert.True(await cloud.Roles.ExistsAsync(Role, default));

        var call = Assert.Single(Aws.Calls);
        Assert.Equal($"Action=GetRole&RoleName={Role}&Version=2010-05-08", call.Text);
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", call.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_role_that_is_not_there_is_no_error()
    {
        Aws.On("IAM", "GetRole").Fails("NoSuchEntity", "The role with name x cannot be found.", status: 404);
        using var cloud = await ConnectAsync(ByHand);

        Assert.False(await cloud.Roles.ExistsAsync(Role, default));
        Assert.Single(Aws.Calls);
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_words_of_the_table()
    {
        Aws.On("IAM", "GetRole").Fails("AccessDenied", "User: arn:aws:iam::111111111111:user/tester is not authorized to perform: iam:GetRole", status: 403);
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Roles.ExistsAsync(Role, default));

        Assert.Equal(("AccessDenied", "AccessDenied"), (exception.Problem.Id, exception.Problem.ErrorCode));
        Assert.Contains("iam:GetRole", exception.Problem.Why, StringComparison.Ordinal);
        Assert.StartsWith("00000000-", exception.Problem.RequestId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_call_is_repeated_first()
    {
        Env["AWS_MAX_ATTEMPTS"] = "2";
        Aws.On("IAM", "GetRole").FailsOnce("Throttling", "Rate exceeded").Fails("NoSuchEntity", "None.", status: 404);
        using var cloud = await ConnectAsync(ByHand);

        Assert.False(await cloud.Roles.ExistsAsync(Role, default));
        Assert.Equal(2, Aws.Calls.Count);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    public async Task A_page_of_a_proxy_is_no_answer(int status)
    {
        Aws.On("IAM", "GetRole").AnswersRaw(status, "text/html", "<html><body><br>no</body></html>");
        using var cloud = await ConnectAsync(ByHand);

        var exception = await Assert.ThrowsAsync<OrgTrailException>(() => cloud.Roles.ExistsAsync(Role, default));

        Assert.Equal(status == 200 ? "ServiceFailed" : "ServiceRefused", exception.Problem.Id);
    }

    [Theory]
    [InlineData("eu-central-1", "us-east-1")]
    [InlineData("cn-northwest-1", "cn-north-1")]
    [InlineData("us-gov-east-1", "us-gov-west-1")]
    public async Task Requests_are_signed_for_the_Region_that_the_partition_has_IAM_in(string region, string home)
    {
        Aws.On("IAM", "GetRole").Fails("NoSuchEntity", "None.", status: 404);
        using var cloud = await ConnectAsync(ByHand with { Region = region });

        await cloud.Roles.ExistsAsync(Role, default);

        Assert.Equal(home, Assert.Single(Aws.Calls).Region);
    }

    [Fact]
    public async Task The_address_for_IAM_alone_counts()
    {
        Env["AWS_ENDPOINT_URL_IAM"] = Aws.Endpoint;
        Env["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1";
        Aws.On("IAM", "GetRole").Fails("NoSuchEntity", "None.", status: 404);
        using var cloud = await ConnectAsync(ByHand with { EndpointUrl = null });

        Assert.False(await cloud.Roles.ExistsAsync(Role, default));
    }
}
