namespace OrgTrail.Policies;

/// <summary>What S3 and KMS alike refuse in a policy, beyond what makes a text no policy at all.</summary>
internal static class CommonAcceptance
{
    private static readonly string[] Versions = [PolicyDocument.CurrentVersion, "2008-10-17"];
    private static readonly string[] PolicyFields = ["Version", "Id", "Statement"];
    private static readonly string[] StatementFields =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    /// <summary>What is wrong with the policy as a whole.</summary>
    internal static IEnumerable<PolicyFault> OfPolicy(PolicyDocument policy)
    {
        if (policy.Version is { } version && !Versions.Contains(version))
            yield return new(null, null, $"The Version {Quote(version)} is none of the policy language; the versions are {string.Join(" and ", Versions)}.", "The policy must contain a valid version string");
        foreach (var (field, meant) in Slips(policy.Fields, PolicyFields))
            yield return new(null, null, $"The element {Quote(field)} is unknown; {Quote(meant)} is meant.", $"Unknown field {field}");
    }

    /// <summary>What is wrong with the elements of a statement: misspelt ones would be passed over in silence.</summary>
    internal static IEnumerable<PolicyFault> OfElements(Statement statement) =>
        Slips(statement.Json.Select(member => member.Key), StatementFields)
            .Select(slip => PolicyFault.Of(statement, $"The element {Quote(slip.Field)} is unknown; {Quote(slip.Meant)} is meant.", $"Unknown field {slip.Field}"));

    /// <summary>What is wrong with the principals of a statement. Whether they exist is not looked up.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="partition">The partition of what the policy is attached to, which knows no principals of others.</param>
    /// <param name="answer">What the service answers.</param>
    internal static IEnumerable<PolicyFault> OfPrincipals(Statement statement, string partition, string answer)
    {
        if (statement is { Allows: true, Principals.Except: true })
            yield return PolicyFault.Of(statement, "NotPrincipal with Allow is not supported: name who is allowed by Principal.", answer);
        foreach (var wrong in statement.Principals.Items.Where(principal => !PrincipalForm.IsRight(principal, partition)))
            yield return PolicyFault.Of(statement, PrincipalForm.Describe(wrong, partition), answer) with { Detail = $"\"{wrong.Type}\" : \"{wrong.Value}\"" };
    }

    /// <summary>What is wrong with the conditions of a statement.</summary>
    internal static IEnumerable<PolicyFault> OfConditions(Statement statement)
    {
        foreach (var condition in statement.Conditions)
        {
            if (condition.Comparison is not { } comparison)
                yield return PolicyFault.Of(statement, $"There is no condition operator {Quote(condition.Operator)}.", $"Invalid Condition type : {condition.Operator}");
            else if (!condition.Key.Contains(':', StringComparison.Ordinal))
                yield return PolicyFault.Of(statement, $"The condition key {Quote(condition.Key)} lacks the prefix of its service, as in aws:SourceArn.", "Policy has an invalid condition key");
            else if (comparison.Compare == Comparisons.InAddressRange && condition.Values.FirstOrDefault(value => !AddressRange.TryParse(value, out _)) is { } value)
                yield return PolicyFault.Of(statement, $"{Quote(value)} is no range of IP addresses.", "Invalid policy syntax.");
        }
    }

    internal static string Quote(string text) => $"'{text}'";

    private static IEnumerable<(string Field, string Meant)> Slips(IEnumerable<string> fields, string[] known) =>
        from field in fields
        where !known.Contains(field)
        let meant = known.FirstOrDefault(name => Spelling.IsSlipOf(field, name))
        where meant is not null
        select (field, meant);
}
