namespace OrgTrail.Policies;

/// <summary>What a policy says to one of CloudTrail's calls: to each of the requests that it takes.</summary>
/// <param name="Name">The call.</param>
/// <param name="Requests">Each request with the policy's decision.</param>
internal sealed record CallDecision(string Name, IReadOnlyList<(TrailRequest Request, PolicyDecision Decision)> Requests)
{
    /// <summary>Whether every request is allowed, leaving denials aside.</summary>
    internal Truth Allowed { get; } = Truths.All(Requests.Select(request => request.Decision.Allowed));

    /// <summary>Whether every request goes through.</summary>
    internal Truth Granted { get; } = Truths.All(Requests.Select(request => request.Decision.Granted));

    internal static CallDecision Make(PolicyDocument policy, TrailCall call) =>
        new(call.Name, [.. call.Requests.Select(request => (request, PolicyEvaluator.Evaluate(policy, request.Request)))]);
}
