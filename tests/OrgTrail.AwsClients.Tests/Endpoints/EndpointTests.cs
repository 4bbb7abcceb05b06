using Amazon;
using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using Amazon.IdentityManagement;
using Amazon.Organizations;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace OrgTrail.AwsClients.Tests.Endpoints;

/// <summary>Hosts as in endpoint-rule-set-1 of each service (botocore 1.43); for Organizations with its one Region forced.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("us-east-1", "cloudtrail.us-east-1.amazonaws.com", "cloudtrail-fips.us-east-1.amazonaws.com", "cloudtrail.us-east-1.api.aws", "cloudtrail-fips.us-east-1.api.aws")]
    [InlineData("eu-west-1", "cloudtrail.eu-west-1.amazonaws.com", "cloudtrail-fips.eu-west-1.amazonaws.com", "cloudtrail.eu-west-1.api.aws", "cloudtrail-fips.eu-west-1.api.aws")]
    [InlineData("us-gov-west-1", "cloudtrail.us-gov-west-1.amazonaws.com", "cloudtrail.us-gov-west-1.amazonaws.com", "cloudtrail.us-gov-west-1.api.aws", "cloudtrail-fips.us-gov-west-1.api.aws")]
    [InlineData("us-gov-east-1", "cloudtrail.us-gov-east-1.amazonaws.com", "cloudtrail.us-gov-east-1.amazonaws.com", "cloudtrail.us-gov-east-1.api.aws", "cloudtrail-fips.us-gov-east-1.api.aws")]
    [InlineData("cn-north-1", "cloudtrail.cn-north-1.amazonaws.com.cn", "cloudtrail-fips.cn-north-1.amazonaws.com.cn", "cloudtrail.cn-north-1.api.amazonwebservices.com.cn", "cloudtrail-fips.cn-north-1.api.amazonwebservices.com.cn")]
    [InlineData("eusc-de-east-1", "cloudtrail.eusc-de-east-1.amazonaws.eu", "cloudtrail-fips.eusc-de-east-1.amazonaws.eu", "cloudtrail.eusc-de-east-1.api.amazonwebservices.eu", "cloudtrail-fips.eusc-de-east-1.api.amazonwebservices.eu")]
    [InlineData("us-iso-west-1", "cloudtrail.us-iso-west-1.c2s.ic.gov", "cloudtrail-fips.us-iso-west-1.c2s.ic.gov", "cloudtrail.us-iso-west-1.api.aws.ic.gov", "cloudtrail-fips.us-iso-west-1.api.aws.ic.gov")]
    [InlineData("us-isob-east-1", "cloudtrail.us-isob-east-1.sc2s.sgov.gov", "cloudtrail-fips.us-isob-east-1.sc2s.sgov.gov", "cloudtrail.us-isob-east-1.api.aws.scloud", "cloudtrail-fips.us-isob-east-1.api.aws.scloud")]
    [InlineData("eu-isoe-west-1", "cloudtrail.eu-isoe-west-1.cloud.adc-e.uk", "cloudtrail-fips.eu-isoe-west-1.cloud.adc-e.uk", "cloudtrail.eu-isoe-west-1.api.cloud-aws.adc-e.uk", "cloudtrail-fips.eu-isoe-west-1.api.cloud-aws.adc-e.uk")]
    [InlineData("us-isof-south-1", "cloudtrail.us-isof-south-1.csp.hci.ic.gov", "cloudtrail-fips.us-isof-south-1.csp.hci.ic.gov", "cloudtrail.us-isof-south-1.api.aws.hci.ic.gov", "cloudtrail-fips.us-isof-south-1.api.aws.hci.ic.gov")]
    public void CloudTrail_is_called_and_signed_for_in_the_Region(string region, string plain, string fips, string dualStack, string both)
    {
        Assert.Equal((plain, region), CloudTrail(region));
        Assert.Equal((fips, region), CloudTrail(region, fips: true));
        Assert.Equal((dualStack, region), CloudTrail(region, dualStack: true));
        Assert.Equal((both, region), CloudTrail(region, fips: true, dualStack: true));
    }

    [Theory]
    [InlineData("us-east-1", "us-east-1", "organizations.us-east-1.amazonaws.com", "organizations-fips.us-east-1.amazonaws.com", "organizations.us-east-1.api.aws", "organizations-fips.us-east-1.api.aws")]
    [InlineData("ap-southeast-2", "us-east-1", "organizations.us-east-1.amazonaws.com", "organizations-fips.us-east-1.amazonaws.com", "organizations.us-east-1.api.aws", "organizations-fips.us-east-1.api.aws")]
    [InlineData("us-gov-west-1", "us-gov-west-1", "organizations.us-gov-west-1.amazonaws.com", "organizations.us-gov-west-1.amazonaws.com", "organizations.us-gov-west-1.api.aws", "organizations-fips.us-gov-west-1.api.aws")]
    [InlineData("us-gov-east-1", "us-gov-west-1", "organizations.us-gov-west-1.amazonaws.com", "organizations.us-gov-west-1.amazonaws.com", "organizations.us-gov-west-1.api.aws", "organizations-fips.us-gov-west-1.api.aws")]
    [InlineData("cn-north-1", "cn-northwest-1", "organizations.cn-northwest-1.amazonaws.com.cn", "organizations-fips.cn-northwest-1.amazonaws.com.cn", "organizations.cn-northwest-1.api.amazonwebservices.com.cn", "organizations-fips.cn-northwest-1.api.amazonwebservices.com.cn")]
    [InlineData("eusc-de-east-1", "eusc-de-east-1", "organizations.eusc-de-east-1.amazonaws.eu", "organizations-fips.eusc-de-east-1.amazonaws.eu", "organizations.eusc-de-east-1.api.amazonwebservices.eu", "organizations-fips.eusc-de-east-1.api.amazonwebservices.eu")]
    [InlineData("us-iso-west-1", "us-iso-east-1", "organizations.us-iso-east-1.c2s.ic.gov", "organizations-fips.us-iso-east-1.c2s.ic.gov", "organizations.us-iso-east-1.api.aws.ic.gov", "organizations-fips.us-iso-east-1.api.aws.ic.gov")]
    [InlineData("us-isob-west-1", "us-isob-east-1", "organizations.us-isob-east-1.sc2s.sgov.gov", "organizations-fips.us-isob-east-1.sc2s.sgov.gov", "organizations.us-isob-east-1.api.aws.scloud", "organizations-fips.us-isob-east-1.api.aws.scloud")]
    [InlineData("eu-isoe-west-1", "eu-isoe-west-1", "organizations.eu-isoe-west-1.cloud.adc-e.uk", "organizations-fips.eu-isoe-west-1.cloud.adc-e.uk", "organizations.eu-isoe-west-1.api.cloud-aws.adc-e.uk", "organizations-fips.eu-isoe-west-1.api.cloud-aws.adc-e.uk")]
    [InlineData("us-isof-east-1", "us-isof-south-1", "organizations.us-isof-south-1.csp.hci.ic.gov", "organizations-fips.us-isof-south-1.csp.hci.ic.gov", "organizations.us-isof-south-1.api.aws.hci.ic.gov", "organizations-fips.us-isof-south-1.api.aws.hci.ic.gov")]
    public void Organizations_is_called_and_signed_for_in_the_one_Region_of_the_partition(
        string region, string signingRegion, string plain, string fips, string dualStack, string both)
    {
        Assert.Equal((plain, signingRegion), Organizations(region));
        Assert.Equal((fips, signingRegion), Organizations(region, fips: true));
        Assert.Equal((dualStack, signingRegion), Organizations(region, dualStack: true));
        Assert.Equal((both, signingRegion), Organizations(region, fips: true, dualStack: true));
    }

    [Theory]
    [InlineData("eu-central-1", "us-east-1", "iam.amazonaws.com", "iam-fips.amazonaws.com", "iam.global.api.aws", "iam-fips.global.api.aws")]
    [InlineData("cn-northwest-1", "cn-north-1", "iam.cn-north-1.amazonaws.com.cn", "iam-fips.cn-north-1.amazonaws.com.cn", "iam.global.api.amazonwebservices.com.cn", "iam-fips.global.api.amazonwebservices.com.cn")]
    [InlineData("us-gov-east-1", "us-gov-west-1", "iam.us-gov.amazonaws.com", "iam.us-gov.amazonaws.com", "iam.us-gov.api.aws", "iam.us-gov.api.aws")]
    [InlineData("us-iso-west-1", "us-iso-east-1", "iam.us-iso-east-1.c2s.ic.gov", "iam-fips.us-iso-east-1.c2s.ic.gov", "iam.us-iso-east-1.api.aws.ic.gov", "iam-fips.us-iso-east-1.api.aws.ic.gov")]
    [InlineData("us-isob-east-1", "us-isob-east-1", "iam.us-isob-east-1.sc2s.sgov.gov", "iam-fips.us-isob-east-1.sc2s.sgov.gov", "iam.us-isob-east-1.api.aws.scloud", "iam-fips.us-isob-east-1.api.aws.scloud")]
    [InlineData("us-isof-east-1", "us-isof-south-1", "iam.us-isof-south-1.csp.hci.ic.gov", "iam-fips.us-isof-south-1.csp.hci.ic.gov", "iam.us-isof-south-1.api.aws.hci.ic.gov", "iam-fips.us-isof-south-1.api.aws.hci.ic.gov")]
    [InlineData("eusc-de-east-1", "eusc-de-east-1", "iam.eusc-de-east-1.amazonaws.eu", "iam-fips.eusc-de-east-1.amazonaws.eu", "iam.eusc-de-east-1.api.amazonwebservices.eu", "iam-fips.eusc-de-east-1.api.amazonwebservices.eu")]
    public void IAM_is_called_where_its_partition_has_it(string region, string home, string plain, string fips, string dualStack, string both)
    {
        Assert.Equal((plain, home), Iam(region));
        Assert.Equal((fips, home), Iam(region, fips: true));
        Assert.Equal((dualStack, home), Iam(region, dualStack: true));
        Assert.Equal((both, home), Iam(region, fips: true, dualStack: true));
    }

    [Fact]
    public void A_service_is_signed_for_under_its_own_name()
    {
        var endpoint = new AmazonIdentityManagementServiceConfig { RegionEndpoint = RegionEndpoint.EUWest1 }.DetermineServiceOperationEndpoint(new(new ListTrailsRequest()));

        Assert.Equal("iam", Scheme(endpoint)["signingName"]);
    }

    [Theory]
    [InlineData("https://vpce-1.cloudtrail.eu-central-1.vpce.amazonaws.com/", "eu-central-1")]
    [InlineData("http://127.0.0.1:5000/", "us-east-1")]
    public void An_own_URL_is_taken_as_it_is_and_signed_for_the_Region_it_names(string url, string region)
    {
        var config = new AmazonCloudTrailConfig { ServiceURL = url };

        var endpoint = config.DetermineServiceOperationEndpoint(new(new ListTrailsRequest()));

        Assert.Equal((url, region), (endpoint.URL, SigningRegion(endpoint)));
    }

    [Fact]
    public void An_own_URL_excludes_FIPS_and_dual_stack_hosts()
    {
        var fips = new AmazonCloudTrailConfig { ServiceURL = "http://127.0.0.1:1", UseFIPSEndpoint = true };
        var dualStack = new AmazonOrganizationsConfig { ServiceURL = "http://127.0.0.1:1", UseDualstackEndpoint = true };

        Assert.Throws<AmazonClientException>(() => fips.DetermineServiceOperationEndpoint(new(new ListTrailsRequest())));
        Assert.Throws<AmazonClientException>(() => dualStack.DetermineServiceOperationEndpoint(new(new ListTrailsRequest())));
    }

    private static (string Host, string Region) CloudTrail(string region, bool fips = false, bool dualStack = false) =>
        Resolve(new AmazonCloudTrailConfig(), region, fips, dualStack);

    private static (string Host, string Region) Organizations(string region, bool fips = false, bool dualStack = false) =>
        Resolve(new AmazonOrganizationsConfig(), region, fips, dualStack);

    private static (string Host, string Region) Iam(string region, bool fips = false, bool dualStack = false) =>
        Resolve(new AmazonIdentityManagementServiceConfig(), region, fips, dualStack);

    private static (string Host, string Region) Resolve(ClientConfig config, string region, bool fips, bool dualStack)
    {
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        config.UseFIPSEndpoint = fips;
        config.UseDualstackEndpoint = dualStack;
        var endpoint = config.DetermineServiceOperationEndpoint(new(new ListTrailsRequest()));
        var url = new Uri(endpoint.URL);
        Assert.Equal("https", url.Scheme);
        return (url.Host, SigningRegion(endpoint));
    }

    private static string SigningRegion(Endpoint endpoint) => (string)Scheme(endpoint)["signingRegion"];

    private static PropertyBag Scheme(Endpoint endpoint) => (PropertyBag)((List<object>)endpoint.Attributes["authSchemes"]).Single();
}
