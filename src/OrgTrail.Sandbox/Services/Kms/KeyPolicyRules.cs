using System.Text;
using OrgTrail.Policies;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>What KMS demands of a key policy.</summary>
internal static class KeyPolicyRules
{
    // KMS API reference, PutKeyPolicy.
    private const int MostBytes = 32 * 1024;
    private const string Change = "kms:PutKeyPolicy";

    /// <summary>The policy of keys that are created without one (KMS developer guide, "Default key policy").</summary>
    public static string Default(string partition, string accountId) =>
        $$"""{"Version":"2012-10-17","Id":"key-default-1","Statement":[{"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":"arn:{{partition}}:iam::{{accountId}}:root"},"Action":"kms:*","Resource":"*"}]}""";

    /// <summary>Refuses what is no policy, what is too large, and what would lock the account out.</summary>
    /// <param name="text">The policy.</param>
    /// <param name="accountId">The key's account.</param>
    /// <param name="mayLockOut">Whether the caller takes the risk of a key that nobody can change.</param>
    public static void Require(string text, string accountId, bool mayLockOut)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
            throw KmsRefusals.TooLarge($"The key policy is larger than {MostBytes} bytes.");
        var policy = Parse(text);
        if (policy.Statements.Any(statement => !statement.Principals.Items.All(PolicyPrincipals.IsWellFormed)))
            throw KmsRefusals.Malformed("Policy contains a statement with one or more invalid principals.");
        if (!mayLockOut && (!policy.Statements.Any(statement => LetsChange(statement, accountId)) || policy.Statements.Any(statement => KeepsFromChange(statement, accountId))))
            throw KmsRefusals.Malformed("The new key policy will not allow you to update the key policy in the future.");
    }

    private static PolicyDocument Parse(string text)
    {
        try
        {
            return PolicyDocument.Parse(text);
        }
        catch (OrgTrailException problem)
        {
            throw KmsRefusals.Malformed(problem.Message);
        }
    }

    // Any principal of the account counts: the sandbox does not know which user calls.
    private static bool LetsChange(Statement statement, string accountId) => statement.Allows && IsAboutChange(statement, accountId);

    private static bool KeepsFromChange(Statement statement, string accountId) =>
        !statement.Allows && statement.Conditions.Count == 0 && IsAboutChange(statement, accountId);

    private static bool IsAboutChange(Statement statement, string accountId) =>
        !statement.Principals.Except
        && statement.Principals.Items.Any(principal => PrincipalMatch.IsAnybody(principal) || IsOf(principal, accountId))
        && StatementEvaluator.MeansAction(statement.Actions, Change);

    private static bool IsOf(Principal principal, string accountId) =>
        principal.Type == Principal.Aws && (principal.Value == accountId || principal.Value.Split(':') is [_, _, "iam" or "sts", _, var account, ..] && account == accountId);
}
