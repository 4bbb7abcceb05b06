using OrgTrail.Aws.Connection;
using OrgTrail.Aws.Metadata;
using OrgTrail.Aws.Profiles;
using OrgTrail.Connection;

namespace OrgTrail.Aws.Credentials;

/// <summary>
/// Finds the credentials of a connection, in the order of AWS Tools for PowerShell. The SDK's own chain is not used: it
/// falls through where the user named something, and remembers what it found.
/// </summary>
/// <param name="options">What the user said.</param>
/// <param name="metadata">What this computer may know.</param>
internal sealed class CredentialSearch(ConnectionOptions options, InstanceMetadata metadata)
{
    private readonly ProfileStores _stores = new(options.ProfileLocation);

    /// <summary>The profile that counts where the credentials come from elsewhere, for its other settings; <see langword="null"/> when there is none.</summary>
    public Profile? Ambient => _stores.Find(EnvironmentVariable.Get("AWS_PROFILE") ?? ProfileFiles.DefaultProfile);

    /// <summary>The first source that is given.</summary>
    /// <exception cref="OrgTrailException">It is given by half, or is not there.</exception>
    public CredentialSource Choose() => Given() ?? OfSession() ?? OfEnvironment() ?? OfDefaultProfile() ?? OfContainer() ?? OfInstance();

    private CredentialSource? Given()
    {
        if ((options.AccessKey ?? options.SecretKey ?? options.SessionToken) is not null)
            return options is { AccessKey.Length: > 0, SecretKey.Length: > 0 }
                ? new("the keys given by hand", null, _ => StaticKeys.Of("the command line", options.AccessKey, options.SecretKey, options.SessionToken))
                : throw new OrgTrailException(ConnectionProblems.HalfGivenKeys);
        if (options.Credential is { } credential)
            return new("-Credential", null, _ => new DelegatedCredentials(credential));
        if (options.ProfileName is { } name)
            return Named(name, "-ProfileName");
        return options.ProfileLocation is null ? null : Named(EnvironmentVariable.Get("AWS_PROFILE") ?? ProfileFiles.DefaultProfile, "-ProfileLocation alone");
    }

    private CredentialSource? OfSession() => options switch
    {
        { SessionCredential: { } credential } => new("$StoredAWSCredentials", null, _ => new DelegatedCredentials(credential)),
        { SessionProfileName: { } name } => Named(name, "$StoredAWSCredentials"),
        _ => null,
    };

    private static CredentialSource? OfEnvironment()
    {
        var (accessKey, secretKey) = (EnvironmentVariable.Get("AWS_ACCESS_KEY_ID"), EnvironmentVariable.Get("AWS_SECRET_ACCESS_KEY"));
        return (accessKey, secretKey) switch
        {
            (null, null) => null,
            (null, _) or (_, null) => throw new OrgTrailException(ConnectionProblems.HalfEnvironmentKeys),
            _ => new("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", null, _ => StaticKeys.Of("the environment", accessKey, secretKey, EnvironmentVariable.Get("AWS_SESSION_TOKEN"))),
        };
    }

    private CredentialSource? OfDefaultProfile()
    {
        if (EnvironmentVariable.Get("AWS_PROFILE") is { } name) return Named(name, "AWS_PROFILE");
        if (WebIdentity.FromEnvironment() is { } identity) return identity;
        // A default profile is often there only for its Region.
        return _stores.Find(ProfileFiles.DefaultProfile) is { HasCredentials: true } profile ? Of(profile) : null;
    }

    private static CredentialSource? OfContainer() =>
        (EnvironmentVariable.Get("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") ?? EnvironmentVariable.Get("AWS_CONTAINER_CREDENTIALS_FULL_URI")) is null
            ? null
            : new("the container's credentials endpoint", null, ContainerCredentials.Open);

    private CredentialSource OfInstance() => new("instance metadata", null, _ => new InstanceCredentials(metadata, Tried)) { IsInstance = true };

    private CredentialSource Named(string name, string origin) =>
        _stores.Find(name) is { } profile ? Of(profile) : throw new OrgTrailException(ProfileProblems.NotFound(name, origin, _stores));

    private CredentialSource Of(Profile profile) =>
        new($"profile '{profile.Name}' in {profile.Store}", profile, settings => new ProfileCredentials(_stores, settings, metadata).Open(profile));

    private IEnumerable<string> Tried() =>
    [
        "-AccessKey, -Credential, -ProfileName and $StoredAWSCredentials (not given)",
        "AWS_ACCESS_KEY_ID and AWS_PROFILE (not set)",
        $"profile 'default' in {_stores.Places}",
        "container credentials (not set)",
        metadata.Silence,
    ];
}
