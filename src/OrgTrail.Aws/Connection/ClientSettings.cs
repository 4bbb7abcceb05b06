using System.Globalization;
using Amazon;
using Amazon.Runtime;
using OrgTrail.Aws.Http;
using OrgTrail.Trails;
using Profile = OrgTrail.Aws.Profiles.Profile;

namespace OrgTrail.Aws.Connection;

/// <summary>
/// What all clients of one connection share. It is set on every client, since the SDK remembers what it once read from
/// environment and profile for the life of the process.
/// </summary>
/// <param name="Region">The Region of the connection.</param>
/// <param name="Addresses">Where the services are called.</param>
/// <param name="Profile">The profile in use, whose settings count after those of the environment.</param>
internal sealed record ClientSettings(string Region, EndpointAddresses Addresses, Profile? Profile)
{
    /// <summary>CreateTrail asks several services before it answers, which takes seconds; a minute is more than any answer needed.</summary>
    public static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    // AWS SDKs and Tools reference, "Retry behavior": the standard mode.
    private const int StandardAttempts = 3;

    /// <summary>How long an answer may take, from the connection to its last byte.</summary>
    public TimeSpan AnswerTimeout { get; init; } = LongestAnswer;

    /// <summary>The same for clients that send each request once, neither again nor over another connection.</summary>
    public ClientSettings Once => this with { IsOnce = true };

    private bool IsOnce { get; init; }

    /// <summary>Sets a client's configuration up.</summary>
    /// <param name="config">A new one.</param>
    /// <param name="key">The service as configuration files name it, for example <c>cloudtrail</c>.</param>
    public T Apply<T>(T config, string key)
        where T : ClientConfig
    {
        // It becomes a part of the host's name, also when it comes from an answer or an ARN.
        NamingRule.Region.Require(Region);
        config.IgnoreConfiguredEndpointUrls = true;
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        config.Timeout = AnswerTimeout;
        config.ConnectTimeout = ServiceHttp.LongestConnect;
        config.HttpClientFactory = ServiceHttp.Factory;
        // The platform replaces a pooled connection that has gone by itself. The SDK would send again up to ten times,
        // without a pause and beside its attempts, whatever broke an answer off.
        config.MaxStaleConnectionRetries = 0;
        config.RetryMode = Enum.TryParse<RequestRetryMode>(Setting("AWS_RETRY_MODE", "retry_mode"), ignoreCase: true, out var mode) ? mode : RequestRetryMode.Standard;
        config.MaxErrorRetry = IsOnce ? 0 : Attempts() - 1;
        // The SDK takes a connection that breaks for one that had gone stale in the pool, and sends the request again.
        if (IsOnce) config.MaxStaleConnectionRetries = 0;
        Address(config, Addresses.Of(key));
        return config;
    }

    private void Address(ClientConfig config, string? url)
    {
        if (url is not null)
        {
            // An address takes the Region's place in the SDK; requests are signed for the Region all the same.
            config.ServiceURL = url;
            config.AuthenticationRegion = Region;
        }

        // The variants of AWS's own addresses do not go together with another address.
        config.UseFIPSEndpoint = url is null && IsOn("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");
        config.UseDualstackEndpoint = url is null && IsOn("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");
    }

    private int Attempts() =>
        int.TryParse(Setting("AWS_MAX_ATTEMPTS", "max_attempts"), NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) && attempts > 0 ? attempts : StandardAttempts;

    private bool IsOn(string variable, string setting) => string.Equals(Setting(variable, setting), "true", StringComparison.OrdinalIgnoreCase);

    private string? Setting(string variable, string setting) => EnvironmentVariable.Get(variable) ?? Profile?[setting];
}
