using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Sts;

/// <summary>AWS STS: who calls, and temporary credentials.</summary>
/// <param name="context">The sandbox.</param>
public sealed class StsService(SandboxContext context)
    : QueryService("sts", "https://sts.amazonaws.com/doc/2011-06-15/", context.State, Operations(context))
{
    private static Dictionary<string, Func<ServiceCall, IReadOnlyDictionary<string, string>, XElement[]?>> Operations(SandboxContext context)
    {
        var sessions = new SessionOperations(context);
        return new(StringComparer.Ordinal)
        {
            ["GetCallerIdentity"] = sessions.GetCallerIdentity,
            ["AssumeRole"] = sessions.AssumeRole,
            ["GetSessionToken"] = sessions.GetSessionToken,
        };
    }
}
