using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Protocol;

/// <summary>Tells to which account an access key belongs.</summary>
internal static class CallerAccount
{
    private const int Digits = 12;

    /// <summary>A key of 12 digits is that account's; a session's key its role's account's; any other the management account's.</summary>
    public static string Of(SandboxState state, string accessKey)
    {
        if (accessKey.Length == Digits && accessKey.All(char.IsAsciiDigit)) return accessKey;
        lock (state.Gate)
            return state.Iam.Sessions.GetValueOrDefault(accessKey)?.AccountId ?? state.ManagementAccountId;
    }
}
