namespace OrgTrail.Sandbox.Protocol;

/// <summary>To which account an access key belongs.</summary>
/// <param name="Id">The account.</param>
/// <param name="IsExpired">Whether the key's session is over.</param>
internal readonly record struct CallerAccount(string Id, bool IsExpired)
{
    private const int Digits = 12;

    /// <summary>A key of 12 digits is that account's; a session's key its role's account's; any other the management account's.</summary>
    public static CallerAccount Of(SandboxContext context, string accessKey)
    {
        if (accessKey.Length == Digits && accessKey.All(char.IsAsciiDigit)) return new(accessKey, false);
        var state = context.State;
        lock (state.Gate)
        {
            return state.Iam.Sessions.TryGetValue(accessKey, out var session)
                ? new(session.AccountId, session.Expiration <= context.Clock.Now)
                : new(state.ManagementAccountId, false);
        }
    }
}
