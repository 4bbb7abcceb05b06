using Amazon;
using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests.Endpoints;

[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];
    private readonly ScriptedAws _aws = new();

    public EnvironmentTests()
    {
        _aws.On("CloudTrail", "ListTrails").Answers("{}");
        _aws.On("Organizations", "DescribeOrganization").Answers("""{"Organization":{}}""");
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
        ForgetWhatWasRead();
        _aws.Dispose();
        File.WriteAllText(TestProcess.ConfigFile, "");
    }

    [Fact]
    public async Task A_URL_for_all_services_is_used_and_signed_for_the_configured_Region()
    {
        Set("AWS_ENDPOINT_URL", _aws.Endpoint);

        await CallCloudTrail("eu-west-1");
        await CallOrganizations("eu-west-1");

        Assert.Equal(["eu-west-1", "us-east-1"], _aws.Calls.Select(call => call.Region));
    }

    [Theory]
    [InlineData("cn-north-1", "cn-northwest-1")]
    [InlineData("us-gov-east-1", "us-gov-west-1")]
    [InlineData("us-iso-west-1", "us-iso-east-1")]
    public async Task Organizations_is_signed_for_in_the_one_Region_of_each_partition(string region, string signingRegion)
    {
        Set("AWS_ENDPOINT_URL", _aws.Endpoint);

        await CallOrganizations(region);

        Assert.Equal(signingRegion, _aws.Calls.Single().Region);
    }

    [Fact]
    public async Task A_URL_for_one_service_goes_before_the_one_for_all()
    {
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        Set("AWS_ENDPOINT_URL_CLOUDTRAIL", _aws.Endpoint);
        Set("AWS_ENDPOINT_URL_ORGANIZATIONS", _aws.Endpoint);

        await CallCloudTrail("us-east-1");
        await CallOrganizations("us-east-1");

        Assert.Equal(2, _aws.Calls.Count);
    }

    [Fact]
    public async Task A_profile_has_URLs_too()
    {
        await File.WriteAllTextAsync(TestProcess.ConfigFile, $"""
            [profile audit]
            services = local
            [services local]
            cloudtrail =
              endpoint_url = {_aws.Endpoint}
            organizations =
              endpoint_url = {_aws.Endpoint}
            """);
        Set("AWS_PROFILE", "audit");

        await CallCloudTrail("us-east-1");
        await CallOrganizations("us-east-1");

        Assert.Equal(2, _aws.Calls.Count);
    }

    [Fact]
    public void Configured_URLs_can_be_ignored()
    {
        Set("AWS_ENDPOINT_URL", _aws.Endpoint);
        Set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
        var endpoint = new AmazonCloudTrailConfig { RegionEndpoint = RegionEndpoint.EUWest1 }.DetermineServiceOperationEndpoint(new(new ListTrailsRequest()));

        Assert.Equal("https://cloudtrail.eu-west-1.amazonaws.com/", endpoint.URL);
    }

    [Fact]
    public async Task Credentials_and_Region_come_from_the_environment_when_none_are_given()
    {
        Set("AWS_ACCESS_KEY_ID", "AKIDFROMENVIRONMENT");
        Set("AWS_SECRET_ACCESS_KEY", ThrowawayEnvironment.SecretKey);
        Set("AWS_REGION", "ap-south-1");
        Set("AWS_ENDPOINT_URL", _aws.Endpoint);
        using var client = new AmazonCloudTrailClient();

        await client.ListTrailsAsync(new ListTrailsRequest());

        Assert.Equal(("AKIDFROMENVIRONMENT", "ap-south-1"), (_aws.Calls.Single().AccessKey, _aws.Calls.Single().Region));
    }

    [Fact]
    public void Adaptive_mode_can_be_chosen_in_the_environment()
    {
        Set("AWS_RETRY_MODE", "adaptive");
        Assert.Equal(RequestRetryMode.Adaptive, new AmazonOrganizationsConfig().RetryMode);
    }

    private static async Task CallCloudTrail(string region)
    {
        using var client = new AmazonCloudTrailClient(Clients.Keys, RegionEndpoint.GetBySystemName(region));
        await client.ListTrailsAsync(new ListTrailsRequest());
    }

    private static async Task CallOrganizations(string region)
    {
        using var client = new AmazonOrganizationsClient(Clients.Keys, RegionEndpoint.GetBySystemName(region));
        await client.DescribeOrganizationAsync(new DescribeOrganizationRequest());
    }

    private void Set(string name, string value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
        ForgetWhatWasRead();
    }

    private static void ForgetWhatWasRead()
    {
        FallbackInternalConfigurationFactory.Reset();
        FallbackRegionFactory.Reset();
    }
}
