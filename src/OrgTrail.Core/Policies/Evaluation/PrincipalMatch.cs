namespace OrgTrail.Policies;

/// <summary>Whether a statement's principals include an AWS service (IAM user guide, "AWS JSON policy elements: Principal" and "NotPrincipal").</summary>
internal static class PrincipalMatch
{
    internal const string NotPrincipalDoubt = "NotPrincipal with Allow is not supported by IAM";
    internal const string ServiceWildcardDoubt = "IAM does not accept \"*\" as a service principal";

    /// <summary>Whether the service is meant, and what is uncertain about it.</summary>
    internal static (Truth Means, string? Doubt) Of(Statement statement, string service)
    {
        var principals = statement.Principals;
        if (principals.Except && statement.Allows)
        {
            return (Truth.Uncertain, NotPrincipalDoubt);
        }

        var listed = Truths.Any(principals.Items.Select(principal => Names(principal, service)));
        return (principals.Except ? Truths.Not(listed) : listed, listed == Truth.Uncertain ? ServiceWildcardDoubt : null);
    }

    /// <summary>Whether anybody is meant.</summary>
    internal static bool IsAnybody(Principal principal) => principal is { Value: "*", Type: Principal.Anybody or Principal.Aws };

    // "*" is everybody, services included: the guide's own Deny examples with "Principal": "*" exempt CloudTrail by
    // aws:PrincipalIsAWSService. {"AWS": "*"} is documented as equivalent for anonymous callers, and AWS's default topic
    // policies let services in by it. The regional form cloudtrail.<region>.amazonaws.com is another principal.
    private static Truth Names(Principal principal, string service) => principal switch
    {
        _ when IsAnybody(principal) => Truth.True,
        { Type: Principal.Service, Value: "*" } => Truth.Uncertain,
        { Type: Principal.Service } => Truths.Of(string.Equals(principal.Value, service, StringComparison.Ordinal)),
        _ => Truth.False,
    };
}
