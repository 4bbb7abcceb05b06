using System.Collections.Concurrent;
using Amazon;
using Amazon.CloudTrail;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.S3;
using OrgTrail.Aws.Connection;
using OrgTrail.Aws.Credentials;
using OrgTrail.Aws.Http;
using OrgTrail.Aws.Metadata;
using OrgTrail.Aws.Pacing;
using OrgTrail.Aws.Ports;
using OrgTrail.Aws.S3;
using OrgTrail.Ports;

namespace OrgTrail.Aws;

/// <summary>AWS through the clients of the AWS SDK, each made when it is first needed and disposed of with this.</summary>
/// <param name="credentials">The credentials of all clients; disposed of, too.</param>
/// <param name="settings">What all clients share.</param>
/// <param name="metadata">What the credentials may need to renew themselves; disposed of, too.</param>
/// <param name="pace">Holds calls back that would come too fast.</param>
/// <param name="time">The clock and the timer of the waits.</param>
internal sealed class AwsCloud(AWSCredentials credentials, ClientSettings settings, InstanceMetadata metadata, CallPace pace, TimeProvider time) : ICloud
{
    // Lazy, so that not even the assembly of a service is loaded before it is called.
    private readonly Lazy<AwsIdentity> _identity = new(() => new AwsIdentity(() => StsClients.New(credentials, settings), time));
    private readonly Lazy<AwsOrganizations> _organizations = new(() => new AwsOrganizations(() => new PacedOrganizationsClient(credentials, OrganizationsConfig(settings), pace), time));
    private readonly Lazy<AwsBuckets> _buckets = new(() => new AwsBuckets(
        settings.Region,
        region => new BucketClient(credentials, S3Config(settings with { Region = region })),
        region => new BucketClient(credentials, S3Config(settings.Once with { Region = region })),
        region => new BucketClient(credentials, ForBodies(S3Config(settings.Once with { Region = region }))),
        time));
    private readonly Lazy<AwsRoles> _roles = new(() => new AwsRoles(() => new AmazonIdentityManagementServiceClient(credentials, IamConfig(settings)), time));
    private readonly ConcurrentDictionary<string, AwsTrails> _trails = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AwsKeys> _keys = new(StringComparer.Ordinal);

    public string Region => settings.Region;

    public IIdentity Identity => _identity.Value;

    public IOrganizations Organizations => _organizations.Value;

    public IBuckets Buckets => _buckets.Value;

    public ITrails TrailsIn(string region) => _trails.GetOrAdd(region, key => new AwsTrails(key, () => TrailsClient(settings, key), () => TrailsClient(settings.Once, key), time));

    public IKeys KeysIn(string region) => _keys.GetOrAdd(region, key => new AwsKeys(key, () => KeysClient(settings, key), () => KeysClient(settings.Once, key), time));

    public IRoles Roles => _roles.Value;

    public void Dispose()
    {
        if (_identity.IsValueCreated) _identity.Value.Dispose();
        if (_organizations.IsValueCreated) _organizations.Value.Dispose();
        if (_buckets.IsValueCreated) _buckets.Value.Dispose();
        if (_roles.IsValueCreated) _roles.Value.Dispose();
        foreach (var trails in _trails.Values)
            trails.Dispose();
        foreach (var keys in _keys.Values)
            keys.Dispose();
        (credentials as IDisposable)?.Dispose();
        metadata.Dispose();
    }

    private PacedCloudTrailClient TrailsClient(ClientSettings how, string region) =>
        new(credentials, (how with { Region = region }).Apply(new AmazonCloudTrailConfig(), "cloudtrail"), pace, region);

    private AmazonKeyManagementServiceClient KeysClient(ClientSettings how, string region) =>
        new(credentials, (how with { Region = region }).Apply(new AmazonKeyManagementServiceConfig(), "kms"));

    private static AmazonOrganizationsConfig OrganizationsConfig(ClientSettings settings) =>
        AtHome(settings.Apply(new AmazonOrganizationsConfig(), "organizations"), settings.Region, new DescribeOrganizationRequest());

    private static AmazonIdentityManagementServiceConfig IamConfig(ClientSettings settings) =>
        AtHome(settings.Apply(new AmazonIdentityManagementServiceConfig(), "iam"), settings.Region, new GetRoleRequest());

    /// <summary>Has a service that has one Region in each partition signed for there, whatever address leads to it.</summary>
    private static T AtHome<T>(T config, string region, AmazonWebServiceRequest request)
        where T : ClientConfig, new()
    {
        if (config.ServiceURL is not null)
            config.AuthenticationRegion = Home<T>(region, request);
        return config;
    }

    private static string Home<T>(string region, AmazonWebServiceRequest request)
        where T : ClientConfig, new()
    {
        var config = new T { IgnoreConfiguredEndpointUrls = true, RegionEndpoint = RegionEndpoint.GetBySystemName(region) };
        var endpoint = config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));
        return endpoint.Attributes?["authSchemes"] is IList<object> and [IPropertyBag scheme, ..] && scheme["signingRegion"] is string home ? home : region;
    }

    private static AmazonS3Config ForBodies(AmazonS3Config config)
    {
        config.HttpClientFactory = BodyHttp.Factory;
        // The digests of CloudTrail say more than a check sum of the transport; what it says of half a body helps nobody.
        config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        return config;
    }

    private static AmazonS3Config S3Config(ClientSettings settings)
    {
        var config = settings.Apply(new AmazonS3Config(), "s3");
        // Emulators and proxies have one host name, not one for each bucket.
        config.ForcePathStyle = config.ServiceURL is not null;
        config.EndpointProvider = new KnownEndpoints(config.EndpointProvider);
        return config;
    }
}
