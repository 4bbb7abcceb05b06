using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Policies;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>Evaluates policies other than the bucket's for the calls that CloudTrail makes on behalf of a trail.</summary>
internal sealed class CloudTrailCalls(SandboxContext context)
{
    /// <summary>Whether a policy allows a call for certain and no Deny certainly matches.</summary>
    /// <param name="policy">The policy text; a text that is no policy allows nothing.</param>
    /// <param name="action">The action with its service prefix.</param>
    /// <param name="resource">The ARN that is called.</param>
    /// <param name="context">The condition keys.</param>
    public static bool Allows(string policy, string action, string resource, RequestContext context)
    {
        if (Parse(policy) is not { } document)
            return false;
        var decision = PolicyEvaluator.Evaluate(document, new ServiceRequest(Caller.ServicePrincipal, action, resource, context));
        return decision.Allowed == Truth.True && decision.Denied != Truth.True;
    }

    /// <summary>The condition keys of every call that CloudTrail makes for a trail.</summary>
    public RequestContext Context(SandboxTrail trail) => ServicePrincipalContext.For(
        Caller.ServicePrincipal,
        trail.Arn,
        trail.OwnerAccountId,
        Caller.Of(context.State, trail.OwnerAccountId, trail.HomeRegion).Organization?.Id ?? SymbolicText.Foreign,
        context.Clock.Now);

    // The policies of roles leave out what is understood: who trusts has no Resource, what a role may do has no Principal.
    private static PolicyDocument? Parse(string policy)
    {
        try
        {
            var root = JsonNode.Parse(policy);
            foreach (var statement in Statements(root))
                Complete(statement);
            return PolicyDocument.Parse(root?.ToJsonString() ?? "");
        }
        catch (Exception problem) when (problem is OrgTrailException or JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonObject> Statements(JsonNode? root) => (root as JsonObject)?["Statement"] switch
    {
        JsonArray array => array.OfType<JsonObject>(),
        JsonObject single => [single],
        _ => [],
    };

    private static void Complete(JsonObject statement)
    {
        if (!statement.ContainsKey("Resource") && !statement.ContainsKey("NotResource"))
            statement["Resource"] = "*";
        if (!statement.ContainsKey("Principal") && !statement.ContainsKey("NotPrincipal"))
            statement["Principal"] = "*";
    }
}
