using Amazon.CloudTrail;
using Amazon.Runtime;
using OrgTrail.Aws.Connection;
using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Connection;

[Collection(EnvironmentGroup.Name)]
public sealed class ClientSettingsTests : IDisposable
{
    private readonly CleanEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void Retries_are_the_SDKs_standard_ones_and_waits_have_an_end()
    {
        _environment["AWS_MAX_ATTEMPTS"] = null;
        var config = Configured();
        Assert.Equal((RequestRetryMode.Standard, 2), (config.RetryMode, config.MaxErrorRetry));
        Assert.Equal((TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(5)), (config.Timeout, config.ConnectTimeout));
    }

    [Fact]
    public void The_environment_is_read_anew_for_each_connection()
    {
        _environment["AWS_MAX_ATTEMPTS"] = "7";
        _environment["AWS_RETRY_MODE"] = "adaptive";
        _environment["AWS_USE_FIPS_ENDPOINT"] = "true";
        Assert.Equal((RequestRetryMode.Adaptive, 6, true), Seen());

        _environment["AWS_MAX_ATTEMPTS"] = "2";
        _environment["AWS_RETRY_MODE"] = null;
        _environment["AWS_USE_FIPS_ENDPOINT"] = null;
        Assert.Equal((RequestRetryMode.Standard, 1, false), Seen());
    }

    private static (RequestRetryMode, int, bool) Seen()
    {
        var config = Configured();
        return (config.RetryMode, config.MaxErrorRetry, config.UseFIPSEndpoint);
    }

    private static AmazonCloudTrailConfig Configured() =>
        new ClientSettings("us-east-1", new EndpointAddresses(null, null), null).Apply(new AmazonCloudTrailConfig(), "cloudtrail");
}
