using OrgTrail.Problems;

namespace OrgTrail.Connection;

/// <summary>What the user said about the connection to AWS. Nothing is looked up yet: see <see cref="Ports.ICloudProvider"/>.</summary>
internal sealed record ConnectionOptions
{
    /// <summary>Access key id given by hand; needs <see cref="SecretKey"/>.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Secret access key given by hand; needs <see cref="AccessKey"/>.</summary>
    public string? SecretKey { get; init => field = Known(value); }

    /// <summary>Session token to temporary keys given by hand.</summary>
    public string? SessionToken { get; init => field = Known(value); }

    /// <summary>A credentials object of the caller's; asked again for every signature, so that it can refresh its keys.</summary>
    public Func<AccessKeys>? Credential { get; init; }

    /// <summary>Name of a profile in the AWS configuration files.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Path of the credentials file to read profiles from instead of the usual ones.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>The credentials of this PowerShell session (<c>$StoredAWSCredentials</c>), used when nothing else was given.</summary>
    public Func<AccessKeys>? SessionCredential { get; init; }

    /// <summary>The profile that <c>$StoredAWSCredentials</c> names when it holds a name and no credentials object.</summary>
    public string? SessionProfileName { get; init; }

    /// <summary>System name of the Region to call, for example <c>eu-central-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>The Region of this PowerShell session (<c>$StoredAWSRegion</c>), used when no Region was given.</summary>
    public string? SessionRegion { get; init; }

    /// <summary>Base address of all services instead of their own, for emulators and proxies.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>Whether the user named credentials for this very call.</summary>
    public bool NamesCredentials =>
        AccessKey is not null || SecretKey is not null || SessionToken is not null
        || Credential is not null || ProfileName is not null || ProfileLocation is not null;

    /// <summary>Whether the user named anything of the connection for this very call.</summary>
    public bool IsGiven => NamesCredentials || Region is not null || EndpointUrl is not null;

    /// <summary>
    /// These options on top of those that came down the pipeline: own credentials make a connection of its own,
    /// an own Region or endpoint replaces only that part.
    /// </summary>
    public ConnectionOptions OnTopOf(ConnectionOptions inherited) =>
        NamesCredentials ? this : inherited with
        {
            Region = Region ?? inherited.Region,
            EndpointUrl = EndpointUrl ?? inherited.EndpointUrl,
        };

    /// <summary>Names the parts that were given, never their values: some of them are secrets.</summary>
    public override string ToString() =>
        $"{nameof(ConnectionOptions)} {{ ProfileName = {ProfileName}, Region = {Region}, EndpointUrl = {EndpointUrl} }}";

    private static string? Known(string? secret)
    {
        Secrets.Know(secret);
        return secret;
    }
}
