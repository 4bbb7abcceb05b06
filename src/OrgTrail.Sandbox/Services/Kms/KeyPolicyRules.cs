using System.Text;
using OrgTrail.Policies;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>What KMS demands of a key policy.</summary>
internal static class KeyPolicyRules
{
    // KMS API reference, PutKeyPolicy.
    private const int MostBytes = 32 * 1024;

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
        if (KeyPolicyAcceptance.Faults(policy, "aws") is [var fault, ..])
            throw KmsRefusals.Malformed(fault.Answer);
        if (!mayLockOut && KeyPolicyAcceptance.LocksOut(policy, accountId))
            throw KmsRefusals.Malformed("The new key policy will not allow you to update the key policy in the future.");
    }

    private static PolicyDocument Parse(string text)
    {
        try
        {
            return PolicyDocument.Parse(text);
        }
        catch (OrgTrailException refusal)
        {
            throw KmsRefusals.Malformed(refusal.Message);
        }
    }
}
