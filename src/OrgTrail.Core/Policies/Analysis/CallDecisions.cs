namespace OrgTrail.Policies;

/// <summary>What a policy says to all of the calls that CloudTrail must be able to make.</summary>
internal sealed class CallDecisions
{
    private readonly IReadOnlyList<CallDecision> _calls;

    private readonly PolicyDocument _policy;

    private CallDecisions(PolicyDocument policy, IReadOnlyList<CallDecision> calls) => (_policy, _calls) = (policy, calls);

    /// <summary>Whether every call goes through for certain.</summary>
    internal bool Sufficient => _calls.All(call => call.Granted == Truth.True);

    /// <summary>The names of the calls that no statement allows for certain.</summary>
    internal IReadOnlyList<string> Missing => [.. _calls.Where(call => call.Allowed != Truth.True).Select(call => call.Name)];

    /// <summary>For each call that is missing, the statement that comes nearest to allowing it.</summary>
    internal IReadOnlyList<NearMiss> NearMisses => new NearMissFinder(_policy).Find(_calls);

    /// <summary>Whether these calls go through for certain.</summary>
    internal bool Grants(params IReadOnlyList<string> names) =>
        _calls.Where(call => names.Contains(call.Name)).All(call => call.Granted == Truth.True);

    /// <summary>Whether the probes among the requests of a call go through for certain.</summary>
    internal bool GrantsProbes(string name) =>
        _calls.Where(call => call.Name == name).SelectMany(call => call.Requests).Where(request => request.Request.IsProbe).All(request => request.Decision.Granted == Truth.True);

    /// <summary>The Deny statements in the way.</summary>
    internal IReadOnlyList<BlockingStatement> BlockedBy => Blocking.Find(_calls);

    /// <summary>What the policy leaves open.</summary>
    internal IReadOnlyList<PolicyFinding> Uncertain => Doubts.Find(_calls);

    internal static CallDecisions Of(PolicyDocument policy, IEnumerable<TrailCall> calls) =>
        new(policy, [.. calls.Select(call => CallDecision.Make(policy, call))]);
}
