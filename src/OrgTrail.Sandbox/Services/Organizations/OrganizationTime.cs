using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>What happens in an organization by itself.</summary>
internal static class OrganizationTime
{
    /// <summary>How long an account takes to close: "a few minutes" (AWS Organizations API reference, CloseAccount).</summary>
    private static readonly TimeSpan Closure = TimeSpan.FromMinutes(5);

    /// <summary>Brings the organization to this time.</summary>
    public static void Pass(SandboxOrganization organization, DateTimeOffset now)
    {
        foreach (var account in organization.Accounts)
        {
            if (account is { State: "PENDING_CLOSURE", ClosureRequestedTimestamp: { } requested } && requested + Closure <= now)
                account.State = "CLOSED";
        }

        foreach (var handshake in organization.Handshakes)
        {
            if (handshake.IsPending() && handshake.ExpirationTimestamp <= now) handshake.State = "EXPIRED";
        }
    }
}
