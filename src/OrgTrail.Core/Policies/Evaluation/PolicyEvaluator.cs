namespace OrgTrail.Policies;

/// <summary>
/// IAM's rules for one resource policy and a call that an AWS service makes: no Allow, no access; an explicit Deny wins
/// (IAM user guide, "Policy evaluation logic"). Nothing else has a say: a service principal has no policies of its own.
/// </summary>
internal static class PolicyEvaluator
{
    internal static PolicyDecision Evaluate(PolicyDocument policy, ServiceRequest request)
    {
        var knowsVariables = policy.KnowsVariables;
        return new PolicyDecision([.. policy.Statements.Select(statement => StatementEvaluator.Evaluate(statement, request, knowsVariables))]);
    }
}
