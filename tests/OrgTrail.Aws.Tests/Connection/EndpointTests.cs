using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Connection;

public sealed class EndpointTests : ConnectionTest
{
    [Theory]
    [InlineData("localhost:4566")]
    [InlineData("/relative")]
    [InlineData("ftp://localhost")]
    [InlineData("https://")]
    [InlineData("http://me:" + Secret + "@localhost")]
    [InlineData("")]
    public async Task An_endpoint_must_be_an_absolute_web_address(string address)
    {
        var problem = await RefusedAsync(ByHand with { EndpointUrl = address });
        Assert.Equal(("InvalidEndpointUrl", ProblemKind.InvalidInput), (problem.Id, problem.Kind));
    }

    [Fact]
    public async Task The_endpoint_given_serves_all_services_in_all_Regions()
    {
        Aws.AddBucket("acme-audit", policy: """{"Statement":[]}""").KeepTrails();
        using var cloud = await ConnectAsync(ByHand);
        await cloud.Identity.GetCallerAsync(default);
        await cloud.Organizations.DescribeAsync(default);
        await cloud.Buckets.GetPolicyAsync("acme-audit", default);
        await cloud.TrailsIn("us-west-2").DescribeAsync(default);

        Assert.Equal(
            ["STS eu-central-1", "Organizations us-east-1", "S3 eu-central-1", "CloudTrail us-west-2"],
            Aws.Calls.Select(call => $"{call.Service} {call.Region}"));
        Assert.Equal("acme-audit", Assert.Single(Aws.CallsOf("S3", "GetBucketPolicy")).Bucket);
        Assert.Empty(Aws.Unexpected);
    }

    [Fact]
    public async Task The_variables_of_the_SDK_set_endpoints_and_can_change_between_two_commands()
    {
        using var other = OrgTrail.Testing.ScriptedAws.WithOrganization();
        var options = ByHand with { EndpointUrl = null };
        Env["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1";
        Env["AWS_ENDPOINT_URL_STS"] = Aws.Endpoint;
        await CallAsync(options);

        Env["AWS_ENDPOINT_URL_STS"] = null;
        Env["AWS_ENDPOINT_URL"] = other.Endpoint;
        using var cloud = await ConnectAsync(options);
        await cloud.Identity.GetCallerAsync(default);
        Assert.Single(other.Calls);
        Assert.Single(Aws.Calls);
    }

    [Fact]
    public async Task The_profile_in_use_sets_endpoints_for_all_services_or_for_one()
    {
        Env.Write(".aws/config", $"[profile all]\nendpoint_url = {Aws.Endpoint}\n[profile one]\nendpoint_url = http://127.0.0.1:1\nservices = mine\n[services mine]\nsts =\n  endpoint_url = {Aws.Endpoint}\n[default]\nendpoint_url = http://127.0.0.1:2\n");
        Env.Write(".aws/credentials", Keys("all", "AKIAALL") + Keys("one", "AKIAONE"));
        var options = Nothing with { EndpointUrl = null };

        Assert.Equal("AKIAALL", (await CallAsync(options with { ProfileName = "all" })).AccessKey);
        Assert.Equal("AKIAONE", (await CallAsync(options with { ProfileName = "one" })).AccessKey);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_CLOUDTRAIL")]
    public async Task A_bad_address_in_the_environment_is_named_by_its_variable(string variable)
    {
        Env[variable] = "nonsense";
        var exception = await Assert.ThrowsAsync<OrgTrailException>(async () =>
        {
            using var cloud = await ConnectAsync(ByHand with { EndpointUrl = null });
            await cloud.TrailsIn("us-east-1").DescribeAsync(default);
        });
        Assert.Equal("InvalidEndpointUrl", exception.Problem.Id);
        Assert.Contains(variable, exception.Problem.What, StringComparison.Ordinal);
    }
}
