using System.Text.RegularExpressions;

namespace OrgTrail.Problems;

/// <summary>
/// The policy that decided against a call, by AWS's own words, and who can change it. The code of the error is the same for
/// all of them, and what helps against the one does nothing against the other. Source: IAM user guide, Troubleshoot access
/// denied error messages.
/// </summary>
internal static partial class DecidingPolicy
{
    /// <summary>What to do about a refusal that names the sort of policy that decided.</summary>
    /// <param name="message">AWS's words.</param>
    /// <param name="rest">What the table says of the code and the operation.</param>
    /// <returns><paramref name="rest"/>, when the words name no policy.</returns>
    public static string Advice(string? message, string rest)
    {
        if (message is null) return rest;
        if (Denied().Match(message) is { Success: true } denied)
            return AgainstDeny(denied.Groups["sort"].Value.ToLowerInvariant(), Name(denied.Groups["policy"].Value), rest);
        return Allowed().Match(message) is { Success: true } missing
            ? ForAllow(missing.Groups["sort"].Value.ToLowerInvariant(), missing.Groups["action"].Value, rest)
            : rest;
    }

    private static string AgainstDeny(string sort, string name, string rest) => sort switch
    {
        "service control policy" =>
            $"The service control policy{name} denies it: no permission of the caller helps. Use a role that it exempts, or have it changed by the organization's management account or whom that account has delegated its policies to. A guardrail of AWS Control Tower is changed in Control Tower alone.",
        "resource control policy" =>
            $"The resource control policy{name} of the account that owns the resource denies it: neither permissions of the caller nor the resource's own policy help. Use a caller that it exempts, or have it changed by the organization's management account or whom that account has delegated its policies to.",
        "permissions boundary" =>
            $"The permissions boundary{name} of the caller's user or role denies it: permissions that are added to its policies do not help. Whoever administers IAM in the account can change it, or use another role.",
        "session policy" =>
            $"The session policy{name} that was given when the role was assumed denies it. Assume the role without it, or with a wider one.",
        "vpc endpoint policy" =>
            $"The policy{name} of the VPC endpoint that the call went through denies it. Whoever owns the endpoint can change it; a call that goes another way does not meet it.",
        "resource-based policy" =>
            $"The policy{name} of the resource itself denies it: permissions of the caller do not help. Its Deny statement names who is exempted; whoever may change that policy can exempt the caller, and of a bucket's policy that is the root user of its account in any case.",
        "identity-based policy" =>
            $"A Deny in the policy{name} of the caller's own user, group or role decides: no Allow helps. Whoever administers IAM in the account can change it, or use another role.",
        _ => rest,
    };

    private static string ForAllow(string sort, string action, string rest) => sort switch
    {
        "service control policy" =>
            $"No service control policy of the account allows {action}: permissions of the caller do not help. Have the organization's management account attach one that does, such as FullAWSAccess, to the account and to each organizational unit above it.",
        "permissions boundary" =>
            $"The permissions boundary of the caller's user or role does not allow {action}: permissions that are added to its policies do not help. Whoever administers IAM in the account can change it, or use another role.",
        "session policy" =>
            $"The session policy that was given when the role was assumed does not allow {action}. Assume the role without it, or with a wider one.",
        "vpc endpoint policy" =>
            $"The policy of the VPC endpoint that the call went through does not allow {action}. Whoever owns the endpoint can change it; a call that goes another way does not meet it.",
        "resource-based policy" =>
            $"The resource belongs to another account, or takes its permissions from its own policy alone: that policy has to allow {action} to the caller. {rest}",
        _ => rest,
    };

    // The ARN of a policy ends with its id or its name, which is what the console shows.
    private static string Name(string policy) => policy.Length == 0 ? "" : $" {policy[(policy.LastIndexOf('/') + 1)..]} ({policy})";

    [GeneratedRegex(@"with an explicit deny in an? (?<sort>service control policy|resource control policy|identity-based policy|resource-based policy|permissions boundary|session policy|VPC endpoint policy)(:\s*(?<policy>arn:[^\s""',;]*[^\s""',;.]))?", RegexOptions.IgnoreCase)]
    private static partial Regex Denied();

    [GeneratedRegex(@"because no (?<sort>service control policy|resource control policy|identity-based policy|resource-based policy|permissions boundary|session policy|VPC endpoint policy) allows the (?<action>[A-Za-z0-9-]+:[A-Za-z0-9*]+) action", RegexOptions.IgnoreCase)]
    private static partial Regex Allowed();
}
