using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.Sts;

/// <summary>Who calls.</summary>
internal static class CallerIdentities
{
    /// <summary>The user that stands for every long-term access key of an account.</summary>
    private const string UserName = "sandbox";

    /// <summary>The session of the caller's access key, or the account's user.</summary>
    public static SandboxSession Of(SandboxState state, ServiceCall call) => state.Iam.Sessions.GetValueOrDefault(call.AccessKey) ?? new()
    {
        AccountId = call.AccountId,
        Arn = $"arn:{Partition.OfRegion(call.Region)}:iam::{call.AccountId}:user/{UserName}",
        // As long as a real one, and the same for the same account.
        UserId = $"AIDASANDB{call.AccountId.Replace('0', 'A').Replace('1', 'B').Replace('8', 'C').Replace('9', 'D')}",
    };
}
