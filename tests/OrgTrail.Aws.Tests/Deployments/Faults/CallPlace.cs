using OrgTrail.Sandbox;
using OrgTrail.Sandbox.Faults;

namespace OrgTrail.Aws.Tests.Deployments.Faults;

/// <summary>One call of a deployment. Reads go out side by side, so its place among all calls would not tell it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Number">Which call of that operation, from 1.</param>
internal readonly record struct CallPlace(string Service, string Operation, int Number)
{
    /// <summary>The places of calls.</summary>
    public static IReadOnlyList<CallPlace> Of(IEnumerable<SandboxCall> calls) =>
    [
        .. from call in calls
           group call by (call.Service, call.Operation) into same
           from number in Enumerable.Range(1, same.Count())
           select new CallPlace(same.Key.Service, same.Key.Operation, number),
    ];

    /// <summary>Whether it changes nothing.</summary>
    public bool OnlyReads => new SandboxCall(default, Service, Operation, "", "", null, null).OnlyReads;

    /// <summary>A fault that happens here.</summary>
    public Fault With(FaultKind kind) => new() { Service = Service, Operation = Operation, OnCall = Number, Kind = kind };

    public override string ToString() => $"{Service}:{Operation} #{Number}";
}
