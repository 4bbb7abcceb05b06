using Amazon;
using Amazon.Runtime.Endpoints;
using OrgTrail.Aws.Iam;

namespace OrgTrail.Aws.Tests.Iam;

public sealed class IamEndpointsTests
{
    // As botocore 1.43.11 evaluates its rules for IAM.
    [Theory]
    [InlineData("eu-central-1", "", "https://iam.amazonaws.com/", "us-east-1")]
    [InlineData("eu-central-1", "fips", "https://iam-fips.amazonaws.com/", "us-east-1")]
    [InlineData("eu-central-1", "dual", "https://iam.global.api.aws/", "us-east-1")]
    [InlineData("eu-central-1", "fips dual", "https://iam-fips.global.api.aws/", "us-east-1")]
    [InlineData("cn-northwest-1", "", "https://iam.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("cn-northwest-1", "dual", "https://iam.global.api.amazonwebservices.com.cn/", "cn-north-1")]
    [InlineData("us-gov-east-1", "", "https://iam.us-gov.amazonaws.com/", "us-gov-west-1")]
    [InlineData("us-gov-east-1", "fips", "https://iam.us-gov.amazonaws.com/", "us-gov-west-1")]
    [InlineData("us-gov-east-1", "dual", "https://iam.us-gov.api.aws/", "us-gov-west-1")]
    [InlineData("us-iso-west-1", "", "https://iam.us-iso-east-1.c2s.ic.gov/", "us-iso-east-1")]
    [InlineData("us-isob-east-1", "", "https://iam.us-isob-east-1.sc2s.sgov.gov/", "us-isob-east-1")]
    [InlineData("us-isof-east-1", "", "https://iam.us-isof-south-1.csp.hci.ic.gov/", "us-isof-south-1")]
    [InlineData("eusc-de-east-1", "", "https://iam.eusc-de-east-1.amazonaws.eu/", "eusc-de-east-1")]
    public void IAM_is_called_where_its_partition_has_it(string region, string variant, string url, string home)
    {
        var config = new IamConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = variant.Contains("fips", StringComparison.Ordinal),
            UseDualstackEndpoint = variant.Contains("dual", StringComparison.Ordinal),
        };

        var endpoint = config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new GetRoleRequest("role")));

        Assert.Equal(url, new Uri(endpoint.URL).AbsoluteUri);
        var scheme = Assert.IsAssignableFrom<IPropertyBag>(Assert.Single((IList<object>)endpoint.Attributes["authSchemes"]));
        Assert.Equal(("iam", home), ((string)scheme["signingName"], (string)scheme["signingRegion"]));
    }
}
