using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Faults;

/// <summary>A fault with its count of calls.</summary>
internal sealed class ArmedFault(Fault fault)
{
    private readonly Random _draw = new(fault.Seed);
    private int _calls;
    private int _happened;

    public Fault Fault { get; } = fault;

    /// <summary>Counts a call, when it matches, and tells whether the fault happens to it.</summary>
    public bool HappensTo(ServiceCall call)
    {
        if (!Matches(call)) return false;
        _calls++;
        var happens = (Fault.OnCall is null || Fault.OnCall == _calls)
            && (Fault.Share is null || _draw.NextDouble() < Fault.Share)
            && (Fault.Times is null || _happened < Fault.Times);
        if (happens) _happened++;
        return happens;
    }

    private bool Matches(ServiceCall call) =>
        (Fault.Service is null || Fault.Service.Equals(call.Service, StringComparison.OrdinalIgnoreCase))
        && (Fault.Operation is null || Fault.Operation.Equals(call.Operation, StringComparison.OrdinalIgnoreCase))
        && Fault.Kind switch
        {
            FaultKind.LatePolicyPropagation => call is { Service: "s3", Operation: "PutBucketPolicy" or "DeleteBucketPolicy" },
            FaultKind.StaleRead => OperationKind.Reads(call.Operation),
            _ => true,
        };
}
