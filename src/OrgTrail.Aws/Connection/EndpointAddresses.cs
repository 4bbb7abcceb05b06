using OrgTrail.Aws.Profiles;
using OrgTrail.Connection;

namespace OrgTrail.Aws.Connection;

/// <summary>
/// Where each service is called: at its own address, or at one that the user set. The SDK would look only at the
/// profile that AWS_PROFILE names, not at the one in use.
/// Source: AWS SDKs and Tools reference, "Service-specific endpoints".
/// </summary>
internal sealed class EndpointAddresses
{
    private readonly string? _given;
    private readonly Profile? _profile;

    /// <summary>Takes the address given by hand, if any.</summary>
    /// <param name="given">What <c>-EndpointUrl</c> says.</param>
    /// <param name="profile">The profile in use.</param>
    /// <exception cref="OrgTrailException">It is not an absolute http or https address (<c>InvalidEndpointUrl</c>).</exception>
    public EndpointAddresses(string? given, Profile? profile)
    {
        _given = given is null ? null : Checked(given, "-EndpointUrl");
        _profile = profile;
    }

    /// <summary>Whether no service is called at its own address, so that not even its Region need exist.</summary>
    public bool AreAllCustom => _given is not null || Configured("AWS_ENDPOINT_URL", "endpoint_url") is not null;

    /// <summary>The address of a service; <see langword="null"/> for its own.</summary>
    /// <param name="key">The service as configuration files name it, for example <c>cloudtrail</c>.</param>
    public string? Of(string key) => _given
        ?? Configured($"AWS_ENDPOINT_URL_{key.ToUpperInvariant()}", null)
        ?? Configured("AWS_ENDPOINT_URL", $"{key}.endpoint_url")
        ?? Configured(null, "endpoint_url");

    private string? Configured(string? variable, string? setting)
    {
        if (EnvironmentVariable.IsTrue("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")) return null;
        if (variable is not null && EnvironmentVariable.Get(variable) is { } inEnvironment) return Checked(inEnvironment, variable);

        var isIgnored = string.Equals(_profile?["ignore_configured_endpoint_urls"], "true", StringComparison.OrdinalIgnoreCase);
        return !isIgnored && setting is not null && _profile?[setting] is { } inProfile ? Checked(inProfile, $"{setting} of profile '{_profile.Name}'") : null;
    }

    private static string Checked(string address, string origin)
    {
        EnvironmentSecrets.KnowUserIn(address);
        ConnectionRules.RequireText("InvalidEndpointUrl", "address", address, origin);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Host.Length: > 0, UserInfo: "" }
            ? address
            : throw new OrgTrailException(ConnectionProblems.InvalidEndpointUrl(origin));
    }
}
