using Amazon.CloudTrail;
using Amazon.IdentityManagement;
using Amazon.Organizations;
using Amazon.Runtime;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests;

/// <summary>Clients of a scripted server.</summary>
internal static class Clients
{
    public static readonly AWSCredentials Keys = new BasicAWSCredentials(ThrowawayEnvironment.AccessKey, ThrowawayEnvironment.SecretKey);

    public static AmazonCloudTrailClient CloudTrail(ScriptedAws aws, Action<AmazonCloudTrailConfig>? configure = null)
    {
        var config = new AmazonCloudTrailConfig { ServiceURL = aws.Endpoint, AuthenticationRegion = "eu-west-1" };
        configure?.Invoke(config);
        return new(Keys, config);
    }

    public static AmazonOrganizationsClient Organizations(ScriptedAws aws) =>
        new(Keys, new AmazonOrganizationsConfig { ServiceURL = aws.Endpoint });

    public static AmazonIdentityManagementServiceClient Iam(ScriptedAws aws) =>
        new(Keys, new AmazonIdentityManagementServiceConfig { ServiceURL = aws.Endpoint });
}
