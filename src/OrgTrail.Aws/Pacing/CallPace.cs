using System.Collections.Concurrent;

namespace OrgTrail.Aws.Pacing;

/// <summary>Keeps the calls of one connection within the rates of AWS, so that they are not refused and nobody else's are.</summary>
/// <param name="time">The clock and the timer of the waits.</param>
internal sealed class CallPace(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Service, string Region, string Operation), CallBudget?> _budgets = new();

    /// <summary>Takes the token of a call.</summary>
    /// <param name="service">The service's short name, as <see cref="CallRates"/> has it.</param>
    /// <param name="region">The Region that is called; empty for a service with one home for all.</param>
    /// <param name="operation">The operation's name.</param>
    public CallToken Take(string service, string region, string operation) =>
        _budgets.GetOrAdd((service, region, operation), Budget)?.Take() ?? default;

    private CallBudget? Budget((string Service, string Region, string Operation) call) =>
        CallRates.Of(call.Service, call.Operation) is { } rate ? new CallBudget(rate, time) : null;
}
