using System.Management.Automation;
using OrgTrail.Completion;

namespace OrgTrail.Connection;

public abstract partial class ConnectedCmdlet
{
    /// <summary>
    /// The name of a profile in the AWS configuration files, as the AWS CLI and AWS Tools for PowerShell use them. A
    /// profile that does not exist is an error.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>
    /// The path of a credentials file to read profiles from, when they are not in the usual place
    /// (<c>~/.aws/credentials</c> and <c>~/.aws/config</c>).
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>The access key id to sign requests with; needs <c>-SecretKey</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>
    /// The secret access key to sign requests with, as text or as a SecureString; needs <c>-AccessKey</c>. No message of
    /// OrgTrail repeats it. What you type PowerShell itself keeps: in the history, in transcripts, in the line that an error
    /// quotes, and in <c>$PSBoundParameters</c> of your own functions. Pass a variable that holds a SecureString, or better a profile.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SK", "SecretAccessKey")]
    [SecretTransformation, ValidateSecret]
    public SecretText? SecretKey { get; set; }

    /// <summary>The session token that belongs to temporary access keys, as text or as a SecureString. What is said of <c>-SecretKey</c> holds for it, too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ST")]
    [SecretTransformation, ValidateSecret]
    public SecretText? SessionToken { get; set; }

    /// <summary>
    /// A credentials object of AWS Tools for PowerShell, for example from <c>Get-AWSCredential</c> or the
    /// <c>Credentials</c> of <c>Use-STSRole</c>. A <c>PSCredential</c> works too: its user name is the access key id, its
    /// password the secret access key.
    /// </summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [CredentialTransformation]
    public AwsCredential? Credential { get; set; }

    /// <summary>
    /// The Region to call, for example <c>eu-central-1</c>. A trail is read and changed in its home Region, whatever the
    /// Region of the connection is.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RegionToCall")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>The base address of all services instead of their own, for emulators and proxies: <c>http://localhost:5000</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? EndpointUrl { get; set; }
}
