namespace OrgTrail.Policies;

/// <summary>Whether a policy is public (Amazon S3 user guide, "Blocking public access", "The meaning of public").</summary>
internal static class PublicPolicy
{
    // A fixed value of one of these keeps the public out.
    private static readonly HashSet<string> FixingKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:SourceAccount", "aws:SourceArn",
        "aws:SourceIp", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceOwner", "aws:SourceVpc", "aws:SourceVpce", "aws:userid",
        "aws:VpceAccount", "aws:VpceOrgID", "s3:DataAccessPointAccount", "s3:DataAccessPointArn", "s3:x-amz-server-side-encryption-aws-kms-key-id",
    };

    private static readonly HashSet<string> FixingOperators = new(StringComparer.OrdinalIgnoreCase)
    {
        "StringEquals", "StringLike", "StringEqualsIgnoreCase", "ArnEquals", "ArnLike", "IpAddress",
        "ForAnyValue:StringEquals", "ForAnyValue:StringLike", "ForAnyValue:ArnEquals", "ForAnyValue:ArnLike",
    };

    public static bool Grants(PolicyDocument policy) => Find(policy) is not null;

    /// <summary>The first statement that lets everybody in; <see langword="null"/> when none does.</summary>
    public static Statement? Find(PolicyDocument policy) => policy.Statements.FirstOrDefault(Grants);

    // A service principal is nobody's public.
    private static bool Grants(Statement statement) =>
        statement.Allows
        && (statement.Principals.Except || statement.Principals.Items.Any(PrincipalMatch.IsAnybody))
        && !statement.Conditions.Any(Fixes);

    private static bool Fixes(Condition condition) =>
        FixingKeys.Contains(condition.Key)
        && FixingOperators.Contains(condition.Operator)
        && condition.Values.Count > 0
        && condition.Values.All(value => !value.Contains('*', StringComparison.Ordinal) && !value.Contains('?', StringComparison.Ordinal) && !IsWideRange(value));

    // The guide calls ranges of IPv4 wider than /8 and of IPv6 wider than /32 public.
    private static bool IsWideRange(string value) =>
        AddressRange.TryParse(value, out var range) && range.PrefixLength < (value.Contains(':', StringComparison.Ordinal) ? 32 : 8);
}
