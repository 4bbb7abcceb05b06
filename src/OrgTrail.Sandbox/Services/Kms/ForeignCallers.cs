using OrgTrail.Policies;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.S3;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>What the policy of a key lets accounts do.</summary>
internal static class ForeignCallers
{
    /// <summary>Whether it certainly lets the caller of another account make this call.</summary>
    public static bool MayCall(SandboxContext context, SandboxKey key, ServiceCall call)
    {
        var caller = S3Caller.Of(call, context.State);
        return MayUse(key, caller, $"kms:{call.Operation}", RequestContext.Empty.With("kms:ViaService", ContextValue.Absent));
    }

    /// <summary>Whether a key's policy certainly lets a caller do something with it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="action">What for.</param>
    /// <param name="conditions">The condition keys of the call; those of the caller are added.</param>
    public static bool MayUse(SandboxKey key, S3Caller caller, string action, RequestContext conditions)
    {
        try
        {
            var decision = CallerPolicy.Of(key.Policy).Decide(caller, action, key.Arn, () => Conditions(conditions, caller));
            return decision.Granted == Truth.True && decision.Denied != Truth.True;
        }
        catch (OrgTrailException)
        {
            // A state may be seeded with any text; what is no policy allows nothing.
            return false;
        }
    }

    private static RequestContext Conditions(RequestContext call, S3Caller caller) => call
        .With("aws:PrincipalArn", ContextValue.Known(caller.Arn))
        .With("aws:PrincipalAccount", ContextValue.Known(caller.AccountId))
        .With("kms:CallerAccount", ContextValue.Known(caller.AccountId))
        .With("aws:PrincipalOrgID", caller.OrganizationId is { } id ? ContextValue.Known(id) : ContextValue.Absent);
}
