using System.Text.Json.Nodes;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Merging.Rights;

/// <summary>
/// Our evaluator knows calls of services only. For anybody else, the principals of a policy are decided here, by IAM's
/// rules ("AWS JSON policy elements: Principal"), and put as whether a stand-in is meant.
/// </summary>
internal static class CallersAsServices
{
    internal const string Me = "me.amazonaws.com";
    private const string Nobody = "nobody.amazonaws.com";

    /// <summary>The policy for one caller, made once for each principal.</summary>
    internal static PolicyDocument Rewritten(Dictionary<string, PolicyDocument> known, string policy, Caller caller)
    {
        if (!known.TryGetValue(caller.Principal, out var rewritten)) known[caller.Principal] = rewritten = PolicyDocument.Parse(Rewrite(policy, caller));
        return rewritten;
    }

    private static string Rewrite(string policy, Caller caller)
    {
        var root = JsonNode.Parse(policy)!.AsObject();
        foreach (var statement in root["Statement"] as JsonArray ?? (IEnumerable<JsonNode?>)[root["Statement"]])
        {
            Rewrite(statement!.AsObject(), caller);
        }

        return root.ToJsonString();
    }

    private static void Rewrite(JsonObject statement, Caller caller)
    {
        var name = statement.ContainsKey("Principal") ? "Principal" : "NotPrincipal";
        var means = Means(statement[name]!, caller);
        statement[name] = new JsonObject { ["Service"] = means ? Me : Nobody };
    }

    private static bool Means(JsonNode principals, Caller caller) => principals is not JsonObject types
        || types.Any(type => type.Key == "AWS" && Texts(type.Value!).Any(principal => Names(principal, caller)));

    private static bool Names(string principal, Caller caller) =>
        principal == "*"
        || principal == caller.Principal
        || (caller.Principal != Caller.Anonymous && (principal == AccountOf(caller) || principal == $"arn:aws:iam::{AccountOf(caller)}:root"));

    private static string AccountOf(Caller caller) => caller.Principal.Split(':')[4];

    private static IEnumerable<string> Texts(JsonNode node) =>
        node is JsonArray array ? array.Select(item => item!.GetValue<string>()) : [node.GetValue<string>()];
}
