using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>All that a sandbox remembers at a moment, with trails, keys and roles under their names.</summary>
internal sealed class Snapshot
{
    private readonly JsonNode _json;

    public Snapshot(SandboxState state)
    {
        _json = JsonSerializer.SerializeToNode(state)!;
        // What the contents of log files follow from is nothing that anybody deploys.
        _json["CloudTrail"]!["EventSeed"] = null;
        Rekey(_json["CloudTrail"]!, "Trails", trail => Names.TrailArn((string)trail["Name"]!, (string)trail["HomeRegion"]!, (string)trail["OwnerAccountId"]!));
        Rekey(_json["Kms"]!, "Keys", key => (string)key["Arn"]!);
        Rekey(_json["Iam"]!, "Roles", role => $"{role["AccountId"]}-{role["Name"]}");
    }

    /// <summary>A line for each place that differs: its path, what was there, and what is.</summary>
    public IReadOnlyList<string> DifferencesTo(Snapshot later) => [.. Faults.StateDifference.Between(_json, later._json)];

    private static void Rekey(JsonNode parent, string list, Func<JsonNode, string> key) =>
        parent[list] = new JsonObject(parent[list]!.AsArray().Select(item => KeyValuePair.Create(key(item!), (JsonNode?)item!.DeepClone())));
}
