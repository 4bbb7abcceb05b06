using System.Text.Json.Nodes;
using OrgTrail.Policies;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>Policies as JSON.</summary>
internal static class PolicyTexts
{
    /// <summary>The statements of a policy, whether they stand in a list or alone.</summary>
    public static IReadOnlyList<JsonNode> Statements(string? policy) => policy is null ? [] : JsonNode.Parse(policy)!["Statement"] switch
    {
        JsonArray statements => [.. statements.OfType<JsonNode>()],
        { } single => [single],
        null => [],
    };

    /// <summary>Whether a text can be read as a policy; no text is one without statements.</summary>
    public static bool IsPolicy(string? text)
    {
        try
        {
            return text is null || PolicyDocument.Parse(text) is not null;
        }
        catch (OrgTrailException malformed) when (malformed.Problem.Id == "MalformedPolicy")
        {
            return false;
        }
    }

    /// <summary>The members of a policy beside its statements.</summary>
    public static string Frame(string? policy)
    {
        if (policy is null) return "";
        var root = JsonNode.Parse(policy)!.AsObject();
        root.Remove("Statement");
        return root.ToJsonString();
    }

    /// <summary>A policy of some statements.</summary>
    public static string Of(Draw draw, IReadOnlyList<JsonNode> statements)
    {
        var policy = new JsonObject { ["Version"] = draw.Percent(90) ? "2012-10-17" : "2008-10-17" };
        if (draw.Percent(20)) policy["Id"] = "theirs";
        policy["Statement"] = statements is [var single] && draw.Percent(50)
            ? single.DeepClone()
            : new JsonArray([.. statements.Select(statement => statement.DeepClone())]);
        return policy.ToJsonString();
    }
}
