using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>What KMS refuses when a policy is put (AWS KMS API reference, PutKeyPolicy). Whether principals exist is not looked up.</summary>
internal static class KeyPolicyAcceptance
{
    private const string Change = "kms:PutKeyPolicy";

    /// <summary>Everything for which KMS would refuse a policy; empty for one that it takes, as far as that can be known here.</summary>
    /// <param name="policy">The policy as JSON text.</param>
    /// <param name="partition">The partition that the key lies in, for example <c>aws</c>.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>).</exception>
    public static IReadOnlyList<PolicyFault> Faults(string? policy, string partition) => Faults(PolicyKind.Key.Read(policy), partition);

    internal static IReadOnlyList<PolicyFault> Faults(PolicyDocument policy, string partition) =>
    [
        .. CommonAcceptance.OfPolicy(policy),
        .. policy.Statements.SelectMany(statement => (IEnumerable<PolicyFault>)
        [
            .. CommonAcceptance.OfElements(statement),
            .. CommonAcceptance.OfPrincipals(statement, partition, "Policy contains a statement with one or more invalid principals."),
            .. CommonAcceptance.OfConditions(statement),
        ]),
    ];

    /// <summary>
    /// Whether nobody of the key's account could change the policy again, which KMS refuses unless its check is bypassed. Any
    /// principal of the account counts: it is not known here which of them calls.
    /// </summary>
    internal static bool LocksOut(PolicyDocument policy, string accountId) =>
        !policy.Statements.Any(statement => statement.Allows && IsAboutChange(statement, principal => IsOf(principal, accountId)))
        || policy.Statements.Any(statement => !statement.Allows && statement.Conditions.Count == 0 && IsAboutChange(statement, principal => IsWhole(principal, accountId)));

    private static bool IsAboutChange(Statement statement, Func<Principal, bool> isMeant) =>
        !statement.Principals.Except
        && statement.Principals.Items.Any(principal => PrincipalMatch.IsAnybody(principal) || isMeant(principal))
        && StatementEvaluator.MeansAction(statement, Change);

    private static bool IsWhole(Principal principal, string accountId) =>
        principal.Type == Principal.Aws && Principal.WholeAccount(principal.Value) == accountId;

    private static bool IsOf(Principal principal, string accountId) =>
        principal.Type == Principal.Aws && (principal.Value == accountId || (Arn.Find(principal.Value) is { Service: "iam" or "sts" } arn && arn.AccountId == accountId));
}
