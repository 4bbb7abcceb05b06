using Amazon.CloudTrail;
using Amazon.IdentityManagement;
using Amazon.Organizations;
using Amazon.Runtime;

namespace OrgTrail.AwsClients.Tests;

/// <summary>What code that knows no service in particular, such as dependency injection, makes clients by.</summary>
public sealed class ClientTests
{
    [Fact]
    public void Clients_can_be_made_by_their_interface()
    {
        using var trails = Make<IAmazonCloudTrail>("CloudTrail");
        using var organizations = Make<IAmazonOrganizations>("Organizations");
        using var roles = Make<IAmazonIdentityManagementService>("IAM");

        Assert.IsType<AmazonCloudTrailClient>(trails);
        Assert.IsType<AmazonOrganizationsClient>(organizations);
        Assert.IsType<AmazonIdentityManagementServiceClient>(roles);
    }

    [Fact]
    public void A_client_refuses_the_configuration_of_another_service() =>
        Assert.Throws<AmazonClientException>(() => Make<IAmazonCloudTrail, AmazonOrganizationsConfig>());

    private static IDisposable Make<TService>(string serviceId)
        where TService : IAmazonService
    {
        var config = TService.CreateDefaultClientConfig();
        Assert.Equal(serviceId, config.ServiceId);
        return (IDisposable)TService.CreateDefaultServiceClient(Clients.Keys, config);
    }

    private static void Make<TService, TConfig>()
        where TService : IAmazonService
        where TConfig : ClientConfig, new() => TService.CreateDefaultServiceClient(Clients.Keys, new TConfig());
}
