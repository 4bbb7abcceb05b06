using System.Text.Json.Nodes;
using OrgTrail.Policies;
using OrgTrail.Sandbox.Services.S3;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Iam;

/// <summary>The trust policies of roles: what IAM refuses of them, and whom they let in.</summary>
internal static class TrustPolicy
{
    private static readonly string[] Prohibited = ["Resource", "NotResource"];

    /// <summary>Refuses what no trust policy may have, as was verified on AWS.</summary>
    public static string Require(string text)
    {
        foreach (var statement in Statements(text))
        {
            if (Prohibited.FirstOrDefault(statement.ContainsKey) is { } field) throw IamErrors.MalformedPolicy($"Has prohibited field {field}");
            if (Texts(statement["Action"] ?? statement["NotAction"]).Any(action => !action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase)))
                throw IamErrors.MalformedPolicy("AssumeRole policy may only specify STS AssumeRole actions.");
        }

        return text;
    }

    /// <summary>Whether a role lets a caller in.</summary>
    /// <param name="role">The role.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="externalId">The external id that the caller gives; <see langword="null"/> for none.</param>
    /// <param name="arn">The role's ARN.</param>
    public static bool Allows(SandboxRole role, S3Caller caller, string? externalId, string arn)
    {
        try
        {
            var decision = CallerPolicy.Of(Completed(role.AssumeRolePolicyDocument)).Decide(caller, "sts:AssumeRole", arn, () => Conditions(caller, externalId));
            return decision.Granted == Truth.True && decision.Denied != Truth.True;
        }
        catch (OrgTrailException)
        {
            // A state may be seeded with any text; what is no policy allows nothing.
            return false;
        }
    }

    private static RequestContext Conditions(S3Caller caller, string? externalId) => RequestContext.Empty
        .With("aws:PrincipalArn", ContextValue.Known(caller.Arn))
        .With("aws:PrincipalAccount", ContextValue.Known(caller.AccountId))
        .With("aws:PrincipalOrgID", caller.OrganizationId is { } id ? ContextValue.Known(id) : ContextValue.Absent)
        .With("sts:ExternalId", externalId is null ? ContextValue.Absent : ContextValue.Known(externalId))
        .With("aws:MultiFactorAuthPresent", ContextValue.Absent);

    // The resource is understood: it is the role.
    private static string Completed(string text)
    {
        var root = JsonNode.Parse(text)!;
        foreach (var statement in Statements(root))
            statement["Resource"] = "*";
        return root.ToJsonString();
    }

    private static IEnumerable<JsonObject> Statements(string text) => Statements(JsonNode.Parse(text));

    private static IEnumerable<JsonObject> Statements(JsonNode? root) => (root as JsonObject)?["Statement"] switch
    {
        JsonArray array => array.OfType<JsonObject>(),
        JsonObject single => [single],
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
