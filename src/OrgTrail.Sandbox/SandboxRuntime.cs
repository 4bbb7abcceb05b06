using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Faults;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox;

/// <summary>All of a sandbox but its server: what there is, and what can be done to it from outside of AWS's calls.</summary>
internal sealed class SandboxRuntime : IDisposable
{
    private static readonly TimeSpan MostAdvance = TimeSpan.FromDays(3660);

    // Time passes by so much at once: between two steps everything is as after a shorter advance.
    private static readonly TimeSpan Step = TimeSpan.FromHours(1);

    // Half a year of an organization of ten accounts in five Regions; beyond it hours go by, and gigabytes.
    private const long MostFiles = 3_000_000;

    private readonly SemaphoreSlim _passing = new(1);
    private readonly SandboxOptions _options;
    private readonly ObjectStore _objects;
    private readonly IDelivery? _delivery;
    private DateTimeOffset _delivered;

    public SandboxRuntime(SandboxOptions options)
    {
        _options = options;
        _objects = new ObjectStore(options.Limits);
        var clock = new SandboxClock(options.Time);
        Context = new SandboxContext(Seed.State(options, clock.Now), _objects, clock, new Random(options.Seed));
        Services = options.Services(Context);
        Errors = new ErrorLog(options.Log);
        StateSize = new StateSize(Context.State, options.Limits.StateBytes);
        _delivery = options.Delivery(Context);
        Resume();
    }

    public SandboxContext Context { get; }

    public IReadOnlyList<IService> Services { get; }

    public FaultPlan Faults { get; } = new();

    public ErrorLog Errors { get; }

    public CallLog Calls { get; } = new();

    public StateSize StateSize { get; }

    /// <summary>The same services over another state, with the same objects and the same time.</summary>
    public IReadOnlyList<IService> ServicesOver(SandboxState state) =>
        _options.Services(Context with { State = state, Random = new Random(_options.Seed) });

    /// <summary>Lets time pass, and delivers what falls due.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled: time has passed up to some moment in between.</exception>
    public DeliveryReport Advance(TimeSpan time, CancellationToken cancellation)
    {
        if (time < TimeSpan.Zero || time > MostAdvance)
            throw new OrgTrailException(new Problem("InvalidTime", ProblemKind.InvalidInput, $"The sandbox cannot let {time} pass.", "Give a time from 0 to ten years."));
        _passing.Wait(cancellation);
        try
        {
            if (_delivery?.MostFiles(time) > MostFiles) throw TooMuch(time);
            var report = Pass(time < Step ? time : Step, cancellation);
            for (var left = time - Step; left > TimeSpan.Zero; left -= Step)
                report = report.With(Pass(left < Step ? left : Step, cancellation));
            return report;
        }
        finally
        {
            _passing.Release();
        }
    }

    /// <summary>The state as text.</summary>
    public byte[] WriteState() => StateText.Write(Context.State, Context.Clock.Now);

    /// <summary>Puts another state in the place of this one. Objects of buckets that are not in it are gone.</summary>
    public void ReplaceState(SandboxState state)
    {
        _passing.Wait();
        try
        {
            var buckets = Context.State.S3.Buckets.Keys.Where(bucket => !state.S3.Buckets.ContainsKey(bucket)).ToList();
            Context.State.TakeOver(state);
            buckets.ForEach(_objects.DeleteAll);
            StateSize.Forget();
            Resume();
        }
        finally
        {
            _passing.Release();
        }
    }

    /// <summary>Begins anew: the state that it started with, no objects, no faults, no calls, the real time.</summary>
    public void Reset()
    {
        Calls.Clear();
        Faults.Clear();
        _objects.Clear();
        Context.Clock.Ahead = TimeSpan.Zero;
        ReplaceState(Seed.State(_options, Context.Clock.Now));
    }

    public void Dispose()
    {
        _objects.Dispose();
        _passing.Dispose();
    }

    private DeliveryReport Pass(TimeSpan time, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Context.Clock.Advance(time);
        var to = Context.Clock.Now;
        var report = _delivery?.Deliver(_delivered, to, cancellation) ?? DeliveryReport.Nothing;
        // Only now: what a broken-off delivery has left out is delivered the next time.
        _delivered = to;
        return report;
    }

    private static OrgTrailException TooMuch(TimeSpan time) => new(new Problem(
        "AdvanceTooLarge",
        ProblemKind.LimitExceeded,
        $"In {time} CloudTrail would deliver more than {MostFiles:N0} files here.",
        "Let less time pass, or start a sandbox with fewer accounts and Regions."));

    /// <summary>Goes on when the state was saved, if that is later than now.</summary>
    private void Resume()
    {
        if (Context.State.SavedAt is { } saved && saved > Context.Clock.Now)
            Context.Clock.Advance(saved - Context.Clock.Now);
        _delivered = Context.Clock.Now;
    }
}
