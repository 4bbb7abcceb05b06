using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Faults;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox;

/// <summary>All of a sandbox but its server: what there is, and what can be done to it from outside of AWS's calls.</summary>
internal sealed class World : IDisposable
{
    private static readonly TimeSpan MostAdvance = TimeSpan.FromDays(3660);

    private readonly object _passing = new();
    private readonly SandboxOptions _options;
    private readonly ObjectStore _objects = new();
    private readonly IDelivery? _delivery;
    private DateTimeOffset _delivered;

    public World(SandboxOptions options)
    {
        _options = options;
        var clock = new SandboxClock(options.Time);
        Context = new SandboxContext(Seed.State(options, clock.Now), _objects, clock, new Random(options.Seed));
        Services = options.Services(Context);
        Errors = new ErrorLog(options.Log);
        _delivery = options.Delivery(Context);
        Resume();
    }

    public SandboxContext Context { get; }

    public IReadOnlyList<IService> Services { get; }

    public FaultPlan Faults { get; } = new();

    public ErrorLog Errors { get; }

    public CallLog Calls { get; } = new();

    /// <summary>The same services over another state, with the same objects and the same time.</summary>
    public IReadOnlyList<IService> ServicesOver(SandboxState state) =>
        _options.Services(Context with { State = state, Random = new Random(_options.Seed) });

    /// <summary>Lets time pass, and delivers what falls due.</summary>
    public DeliveryReport Advance(TimeSpan time)
    {
        if (time < TimeSpan.Zero || time > MostAdvance)
            throw new OrgTrailException(new Problem("InvalidTime", ProblemKind.InvalidInput, $"The sandbox cannot let {time} pass.", "Give a time from 0 to ten years."));
        lock (_passing)
        {
            Context.Clock.Advance(time);
            var (from, to) = (_delivered, Context.Clock.Now);
            _delivered = to;
            return _delivery?.Deliver(from, to) ?? DeliveryReport.Nothing;
        }
    }

    /// <summary>The state as text.</summary>
    public byte[] WriteState() => StateText.Write(Context.State, Context.Clock.Now);

    /// <summary>Puts another state in the place of this one. Objects of buckets that are not in it are gone.</summary>
    public void ReplaceState(SandboxState state)
    {
        lock (_passing)
        {
            var buckets = Context.State.S3.Buckets.Keys.Where(bucket => !state.S3.Buckets.ContainsKey(bucket)).ToList();
            Context.State.TakeOver(state);
            buckets.ForEach(_objects.DeleteAll);
            Resume();
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

    public void Dispose() => _objects.Dispose();

    /// <summary>Goes on when the state was saved, if that is later than now.</summary>
    private void Resume()
    {
        if (Context.State.SavedAt is { } saved && saved > Context.Clock.Now)
            Context.Clock.Advance(saved - Context.Clock.Now);
        _delivered = Context.Clock.Now;
    }
}
