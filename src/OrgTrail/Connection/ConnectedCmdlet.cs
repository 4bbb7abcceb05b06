using System.Management.Automation;
using OrgTrail.Loading;
using OrgTrail.Operations;
using OrgTrail.Pipeline;
using OrgTrail.Ports;
using OrgTrail.Sandboxes;

namespace OrgTrail.Connection;

/// <summary>
/// A cmdlet that talks to AWS, with the connection parameters of AWS Tools for PowerShell. The connection opens when it
/// is first needed; the cmdlets of a pipeline share it through the objects that they pass on.
/// </summary>
public abstract partial class ConnectedCmdlet : AsyncCmdlet
{
    private readonly SandboxGuard _sandbox = new();
    private readonly SessionPool _sessions;
    private StoredConnection _stored = StoredConnection.None;
    private ConnectionOptions? _commandLine;
    private ConnectionOptions _own = new();
    private CloudObject? _input;
    private string? _copyOf;

    private protected ConnectedCmdlet() => _sessions = new SessionPool(() => Provider(), Feedback);

    /// <summary>Where connections come from: AWS, or what a test puts in its place.</summary>
    internal Func<ICloudProvider> Provider { get; set; } = AwsProvider.Get;

    /// <summary>
    /// The session to work with: the one that the input came from, unless the user named another connection. It belongs
    /// to the cmdlet, which leaves it in the end; call from one place at a time.
    /// </summary>
    /// <param name="from">The input; <see langword="null"/> when there is none, or when it is only a name.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="OrgTrailException">There is no connection for this input.</exception>
    private protected async Task<CloudSession> SessionAsync(CloudObject? from, CancellationToken cancellation)
    {
        var inherited = Inherited(from);
        var wanted = Wanted(inherited);
        if (inherited is null && !_own.IsGiven && _copyOf is { } type) Refuse(type);
        try
        {
            return await _sessions.GetAsync(await _sandbox.ConfineAsync(wanted, cancellation), inherited, cancellation);
        }
        catch (OrgTrailException refusal) when (wanted == _commandLine)
        {
            // Nothing of the connection came from the input, so no other input would fare better.
            throw new TerminatingException(refusal);
        }
    }

    /// <summary>The clock of waits and file names. Tests set a faster one: what waits for AWS to catch up waits for a minute.</summary>
    internal static TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The clock of what the session for this input would talk to, also where nothing is sent.</summary>
    /// <param name="from">The input; <see langword="null"/> when there is none, or when it is only a name.</param>
    private protected TimeProvider TimeOf(CloudObject? from) =>
        SessionSandbox.TimeOf(from?.Session is { } inherited ? _own.OnTopOf(inherited.Options) : _own);

    /// <summary>
    /// Emits an object with the connection that it belongs to: the one that was used, or else the one that was named or came
    /// along, so that the next cmdlet does not go elsewhere.
    /// </summary>
    /// <param name="item">The object.</param>
    /// <param name="from">The input, as in <see cref="SessionAsync"/>.</param>
    private protected void WriteConnected(CloudObject item, CloudObject? from)
    {
        item.Session ??= Carried(Inherited(from));
        base.WriteObject(item);
    }

    /// <summary>Emits an object; one that has no connection yet gets the one of its input.</summary>
    protected new void WriteObject(object? item)
    {
        if (item is CloudObject connected) WriteConnected(connected, null);
        else base.WriteObject(item);
    }

    /// <summary>
    /// Makes the changes of a plan when the user lets it, and emits the outcome; what is right already is emitted as it is.
    /// </summary>
    private protected async Task CarryOutAsync<T>(CloudSession session, Plan<T> plan, CancellationToken cancellation)
        where T : CloudObject
    {
        foreach (var warning in plan.Warnings) WriteWarning(warning);
        if (IsRightAlready(plan))
            WriteObject(session.AttachSession(plan.Current!));
        else if (await ShouldAsync(plan))
            WriteObject(session.AttachSession(await plan.ApplyAsync(cancellation)));
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
        EnvironmentSecrets.Know();
        _stored = StoredConnection.Read(Pipeline.GetVariable);
        _own = GivenOptions();
        _commandLine = _own;
    }

    private protected override void OnProcess()
    {
        var input = Pipeline.CurrentInput;
        _input = (input is PSObject wrapped ? wrapped.BaseObject : input) as CloudObject;
        _copyOf = _input is null ? CopiedObject.TypeOf(input) : null;
        _own = GivenOptions();
    }

    // An object that binds by the names of its properties alone has a connection, too.
    private CloudSession? Inherited(CloudObject? from) => from?.Session ?? _input?.Session;

    private ConnectionOptions Wanted(CloudSession? inherited) => inherited is null ? _own : _own.OnTopOf(inherited.Options);

    private CloudSession? Carried(CloudSession? inherited)
    {
        var wanted = Wanted(inherited);
        if (_sessions.Find(wanted) is { } used) return used;
        if (inherited?.Options == wanted) return inherited;
        return inherited is null && !_own.IsGiven ? null : CloudSession.Named(wanted);
    }

    private void Refuse(string copiedType)
    {
        if (CopiedObject.MayChange(GetType())) throw new OrgTrailException(CopiedObject.ConnectionLost(copiedType));
        WriteVerbose(CopiedObject.ConnectionLost(copiedType).What);
    }

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
            SecretKey = keys ? SecretKey?.Reveal() : null,
            SessionToken = keys ? SessionToken?.Reveal() : null,
            Credential = Credential is { } credential ? credential.GetKeys : null,
            ProfileName = ProfileName,
            ProfileLocation = ProfileLocation is { } path ? Pipeline.GetFilePath(path) : null,
            SessionCredential = _stored.Credential,
            SessionProfileName = _stored.ProfileName,
            // The Region of a result is that of its events, and binds by its name all the same.
            Region = _input is IntegrityResult || _copyOf == nameof(IntegrityResult) ? _commandLine?.Region : Region,
            SessionRegion = _stored.Region,
            EndpointUrl = EndpointUrl,
        };
    }
}
