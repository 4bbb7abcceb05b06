using System.Text.RegularExpressions;
using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>Whether a principal is written as policies of resources may name one (IAM user guide, "AWS JSON policy elements: Principal").</summary>
internal static partial class PrincipalForm
{
    /// <summary>Whether it is written as it may be. Whether it exists is not looked up.</summary>
    /// <param name="principal">The principal.</param>
    /// <param name="partition">The partition that the policy is of.</param>
    internal static bool IsRight(Principal principal, string partition) => principal.Type switch
    {
        Principal.Anybody => true,
        Principal.Aws => principal.Value == Principal.Anybody || (AwsPrincipal().IsMatch(principal.Value) && IsOfPartition(principal.Value, partition)),
        Principal.Service => ServicePrincipal().IsMatch(principal.Value),
        "Federated" => true,
        "CanonicalUser" => CanonicalId().IsMatch(principal.Value),
        _ => false,
    };

    /// <summary>Why a principal is not written as it may be.</summary>
    internal static string Describe(Principal principal, string partition) => principal switch
    {
        { Type: Principal.Service, Value: Principal.Anybody } => "The principal {\"Service\": \"*\"} is not allowed: services are named one by one.",
        { Type: Principal.Service } => $"'{principal.Value}' is not the principal of a service, as {TrailCaller.Service} is.",
        { Type: Principal.Aws } when ServicePrincipal().IsMatch(principal.Value) => $"The service '{principal.Value}' stands under \"AWS\"; it belongs under \"Service\".",
        { Type: Principal.Aws } when UniqueId().IsMatch(principal.Value) => $"'{principal.Value}' is what is left of a user or role that was deleted: take it out.",
        { Type: Principal.Aws } when AwsPrincipal().IsMatch(principal.Value) => $"The principal '{principal.Value}' is not of the partition {partition}.",
        { Type: Principal.Aws } when principal.Value.AsSpan().IndexOfAny('*', '?') >= 0 => $"The principal '{principal.Value}' has a wildcard, which stands for everybody or for nobody: use a condition on aws:PrincipalArn.",
        { Type: Principal.Aws } => $"The principal '{principal.Value}' is neither an account nor the ARN of a user, role or session.",
        { Type: "CanonicalUser" } => $"'{principal.Value}' is no canonical user id.",
        _ => $"There is no sort '{principal.Type}' of principals.",
    };

    private static bool IsOfPartition(string value, string partition) =>
        Arn.Find(value) is not { } arn || arn.Partition == partition;

    [GeneratedRegex(@"\A(?:\d{12}|arn:aws[a-z-]*:iam::\d{12}:(?:root|(?:user|role)/[\w+=,.@/-]+)|arn:aws[a-z-]*:sts::\d{12}:(?:assumed-role|federated-user)/[\w+=,.@/-]+|arn:aws[a-z-]*:iam::cloudfront:user/.+)\z")]
    private static partial Regex AwsPrincipal();

    [GeneratedRegex(@"\A[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com|amazonaws\.com\.cn|amazon\.com|aws\.internal)\z")]
    private static partial Regex ServicePrincipal();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex CanonicalId();

    // IAM user guide, "IAM identifiers": AIDA for users, AROA for roles.
    [GeneratedRegex(@"\AA(?:IDA|ROA)[A-Z0-9]{12,}\z")]
    private static partial Regex UniqueId();
}
