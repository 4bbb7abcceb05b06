using OrgTrail.Policies;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.S3;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>What the policy of a key lets other accounts do.</summary>
internal static class ForeignCallers
{
    /// <summary>Whether it certainly lets the caller of another account make this call.</summary>
    public static bool MayCall(SandboxContext context, SandboxKey key, ServiceCall call)
    {
        try
        {
            var caller = S3Caller.Of(call, context.State);
            return CallerPolicy.Of(key.Policy).Decide(caller, $"kms:{call.Operation}", key.Arn, () => Conditions(caller)).Granted == Truth.True;
        }
        catch (OrgTrailException)
        {
            // A state may be seeded with any text; what is no policy allows nothing.
            return false;
        }
    }

    private static RequestContext Conditions(S3Caller caller) => RequestContext.Empty
        .With("aws:PrincipalArn", ContextValue.Known(caller.Arn))
        .With("aws:PrincipalAccount", ContextValue.Known(caller.AccountId))
        .With("kms:CallerAccount", ContextValue.Known(caller.AccountId))
        .With("aws:PrincipalOrgID", caller.OrganizationId is { } id ? ContextValue.Known(id) : ContextValue.Absent)
        .With("kms:ViaService", ContextValue.Absent);
}
