using System.Text.RegularExpressions;
using OrgTrail.Policies;

namespace OrgTrail.Sandbox.Services;

/// <summary>Whether a principal is written as policies of resources may name one. Whether it exists is not looked up.</summary>
internal static partial class PolicyPrincipals
{
    public static bool IsWellFormed(Principal principal) => principal.Type switch
    {
        Principal.Anybody => true,
        Principal.Aws => principal.Value == Principal.Anybody || AwsPrincipal().IsMatch(principal.Value),
        Principal.Service => ServicePrincipal().IsMatch(principal.Value),
        "Federated" => true,
        "CanonicalUser" => CanonicalId().IsMatch(principal.Value),
        _ => false,
    };

    [GeneratedRegex(@"\A(?:\d{12}|arn:aws:iam::\d{12}:(?:root|(?:user|role)/[\w+=,.@/-]+)|arn:aws:sts::\d{12}:(?:assumed-role|federated-user)/[\w+=,.@/-]+|arn:aws:iam::cloudfront:user/.+)\z")]
    private static partial Regex AwsPrincipal();

    [GeneratedRegex(@"\A[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com|amazonaws\.com\.cn|amazon\.com|aws\.internal)\z")]
    private static partial Regex ServicePrincipal();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex CanonicalId();
}
