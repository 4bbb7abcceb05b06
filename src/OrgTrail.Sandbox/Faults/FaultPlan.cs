using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Faults;

/// <summary>The faults that are to happen. Thread-safe.</summary>
public sealed class FaultPlan
{
    private const int Most = 1000;

    private readonly object _gate = new();
    private readonly List<ArmedFault> _armed = [];
    private volatile bool _any;

    internal FaultPlan()
    {
    }

    /// <summary>The faults, in the order in which they were added.</summary>
    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_gate)
                return [.. _armed.Select(armed => armed.Fault)];
        }
    }

    /// <summary>Whether some reads are to be answered from an older state, which therefore must be remembered.</summary>
    internal bool NeedsOlderState { get; private set; }

    /// <summary>Adds a fault. When several happen to one call, the one that was added first does.</summary>
    /// <exception cref="OrgTrailException">Its values make no sense.</exception>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        fault.Validate();
        lock (_gate)
        {
            if (_armed.Count == Most)
                throw new OrgTrailException(new Problem("TooManyFaults", ProblemKind.LimitExceeded, $"There are {Most} faults already.", "Clear them, and add those that are needed."));
            _armed.Add(new ArmedFault(fault));
            NeedsOlderState |= fault.Kind == FaultKind.StaleRead;
            _any = true;
        }
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _armed.Clear();
            NeedsOlderState = _any = false;
        }
    }

    /// <summary>The fault that happens to a call; <see langword="null"/> for none. Counts the call.</summary>
    internal Fault? Next(ServiceCall call)
    {
        if (!_any) return null;
        lock (_gate)
        {
            Fault? first = null;
            foreach (var armed in _armed)
            {
                // Every fault counts every call.
                if (armed.HappensTo(call)) first ??= armed.Fault;
            }

            return first;
        }
    }
}
