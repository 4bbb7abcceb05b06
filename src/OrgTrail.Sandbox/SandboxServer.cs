using OrgTrail.Sandbox.Admin;
using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Faults;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol.Dispatch;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox;

/// <summary>
/// An AWS on loopback for trying and testing: AWS Organizations, CloudTrail, and of S3, STS, KMS, IAM, SNS and CloudWatch
/// Logs what organization trails touch. It verifies the form of signatures, not the signatures, nor their age.
/// </summary>
public sealed class SandboxServer : IDisposable
{
    private readonly SandboxRuntime _runtime;
    private readonly Dispatcher _dispatcher;
    private readonly HttpServer _http;

    private SandboxServer(SandboxOptions options)
    {
        _runtime = new SandboxRuntime(options);
        Objects = new SandboxObjects(_runtime.Context);
        _dispatcher = new Dispatcher(_runtime);
        _dispatcher.Answered += call => Called?.Invoke(this, call);
        try
        {
            var handler = new LoopbackOnly(new AdminPaths(_runtime, _dispatcher), () => _http!.Address.Port);
            _http = new HttpServer(options.Address, options.Port, handler, options.HttpLimits, options.Time, () => _runtime.Context.Clock.Now);
        }
        catch
        {
            _runtime.Dispose();
            throw;
        }
    }

    /// <summary>What clients take as the endpoint of every service, for example <c>http://127.0.0.1:4599</c>.</summary>
    public string Endpoint => $"http://{_http.Address}";

    /// <summary>
    /// Raised for each call that a service recognised, when it is done and before its answer leaves, by the thread that serves
    /// it: several at once. It tells tests which calls a command makes, and when one is held back by <see cref="FaultKind.Hang"/>.
    /// </summary>
    public event EventHandler<SandboxCall>? Called;

    /// <summary>What it remembers. Read and change it while no call is under way.</summary>
    public SandboxState State => _runtime.Context.State;

    /// <summary>What its services share.</summary>
    public SandboxContext Context => _runtime.Context;

    /// <summary>The objects of S3 from behind, for rehearsing an incident.</summary>
    public SandboxObjects Objects { get; }

    /// <summary>What goes wrong on demand.</summary>
    public FaultPlan Faults => _runtime.Faults;

    /// <summary>How many calls came to its services so far.</summary>
    public long Calls => _dispatcher.Calls;

    /// <summary>Failures of the sandbox itself, the last hundred; a test that finds one has found a defect of the sandbox.</summary>
    public IReadOnlyList<InternalError> InternalErrors => _runtime.Errors.All;

    /// <summary>How many clients are connected.</summary>
    internal int Clients => _http.Clients;

    /// <summary>Starts a sandbox.</summary>
    /// <exception cref="OrgTrailException">An option makes no sense, the port is taken, or the state file is broken.</exception>
    public static SandboxServer Start(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new SandboxServer(options);
    }

    /// <summary>Lets time pass at once: CloudTrail delivers what falls due in it.</summary>
    /// <param name="time">From 0 to ten years.</param>
    /// <param name="cancellation">Ends it early: time has passed up to some moment in between.</param>
    /// <exception cref="OrgTrailException">It is none of these, or more would be delivered than the sandbox holds.</exception>
    public DeliveryReport Advance(TimeSpan time, CancellationToken cancellation = default) => _runtime.Advance(time, cancellation);

    /// <summary>Begins anew: the state that it started with, no objects, no faults, no calls, the real time.</summary>
    public void Reset() => _runtime.Reset();

    /// <summary>Writes the state, without the objects of S3, to a JSON file.</summary>
    /// <exception cref="OrgTrailException">The file cannot be written.</exception>
    public void SaveState(string path) => StateFile.Save(path, _runtime.WriteState());

    /// <summary>Stops: clients are disconnected, and the objects are gone.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _runtime.Dispose();
    }
}
