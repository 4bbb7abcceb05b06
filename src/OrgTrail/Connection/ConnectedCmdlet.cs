using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Loading;
using OrgTrail.Operations;
using OrgTrail.Pipeline;
using OrgTrail.Ports;

namespace OrgTrail.Connection;

/// <summary>
/// A cmdlet that talks to AWS, with the connection parameters of AWS Tools for PowerShell. The connection opens when it
/// is first needed; the cmdlets of a pipeline share it through the objects that they pass on.
/// </summary>
public abstract class ConnectedCmdlet : AsyncCmdlet
{
    private readonly SessionPool _sessions;
    private StoredConnection _stored = StoredConnection.None;
    private ConnectionOptions? _commandLine;
    private ConnectionOptions _own = new();

    private protected ConnectedCmdlet() => _sessions = new SessionPool(() => Provider(), Feedback);

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

    /// <summary>The secret access key to sign requests with; needs <c>-AccessKey</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SK", "SecretAccessKey")]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>The session token that belongs to temporary access keys.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ST")]
    [ValidateNotNullOrEmpty]
    public string? SessionToken { get; set; }

    /// <summary>
    /// A credentials object of AWS Tools for PowerShell, for example from <c>Get-AWSCredential</c> or the
    /// <c>Credentials</c> of <c>Use-STSRole</c>. A <c>PSCredential</c> works too: its user name is the access key id, its
    /// password the secret access key.
    /// </summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
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

    /// <summary>Where connections come from: AWS, or what a test puts in its place.</summary>
    internal Func<ICloudProvider> Provider { get; set; } = AwsProvider.Get;

    /// <summary>
    /// The session to work with: the one that the input came from, unless the user named another connection. It belongs
    /// to the cmdlet, which leaves it in the end; call from one place at a time.
    /// </summary>
    /// <param name="from">The input; <see langword="null"/> when there is none, or when it is only a name.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="OrgTrailException">There is no connection for this input.</exception>
    protected async Task<CloudSession> SessionAsync(CloudObject? from, CancellationToken cancellation)
    {
        var inherited = from?.Session;
        var wanted = inherited is null ? _own : _own.OnTopOf(inherited.Options);
        try
        {
            return await _sessions.GetAsync(wanted, inherited, cancellation);
        }
        catch (OrgTrailException exception) when (wanted == _commandLine)
        {
            // Nothing of the connection came from the input, so no other input would fare better.
            throw new TerminatingException(exception);
        }
    }

    /// <summary>
    /// Makes the changes of a plan when the user lets it, and emits the outcome; what is right already is emitted as it is.
    /// </summary>
    private protected async Task CarryOutAsync<T>(CloudSession session, Plan<T> plan, CancellationToken cancellation)
        where T : CloudObject
    {
        foreach (var warning in plan.Warnings) WriteWarning(warning);
        if (IsRightAlready(plan))
            WriteObject(session.Mark(plan.Current!));
        else if (await ShouldAsync(plan))
            WriteObject(session.Mark(await plan.ApplyAsync(cancellation)));
    }

    /// <summary>Makes the changes of a plan when the user lets it, and emits nothing, since nothing is left.</summary>
    private protected async Task CarryOutSilentlyAsync<T>(Plan<T> plan, CancellationToken cancellation)
        where T : class
    {
        if (!IsRightAlready(plan) && await ShouldAsync(plan)) await plan.ApplyAsync(cancellation);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _sessions.Dispose();
        base.Dispose(disposing);
    }

    private protected override void OnBegin()
    {
        _stored = StoredConnection.Read(Pipeline.GetVariable);
        _own = GivenOptions();
        _commandLine = _own;
    }

    private protected override void OnProcess() => _own = GivenOptions();

    private bool IsRightAlready<T>(Plan<T> plan)
        where T : class
    {
        if (plan.IsEmpty) WriteVerbose($"{plan.Action}: {plan.Target} is right already, nothing was sent.");
        return plan.IsEmpty;
    }

    private ConnectionOptions GivenOptions()
    {
        // A piped credentials object may bind twice: as itself, and by the names of its keys, perhaps not all of them.
        var keys = Credential is null || _commandLine is null or { AccessKey: not null } or { SecretKey: not null };
        return new ConnectionOptions
        {
            AccessKey = keys ? AccessKey : null,
            SecretKey = keys ? SecretKey : null,
            SessionToken = keys ? SessionToken : null,
            Credential = Credential is { } credential ? credential.GetKeys : null,
            ProfileName = ProfileName,
            ProfileLocation = ProfileLocation is { } path ? Pipeline.GetFilePath(path) : null,
            SessionCredential = _stored.Credential,
            SessionProfileName = _stored.ProfileName,
            Region = Region,
            SessionRegion = _stored.Region,
            EndpointUrl = EndpointUrl,
        };
    }
}
