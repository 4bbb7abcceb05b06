using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Faults;

/// <summary>What must hold after every run, however it ended: nothing of others is lost, and nothing is there twice.</summary>
internal sealed class Traces(SandboxState state)
{
    private readonly IReadOnlyList<JsonNode> _statements = [.. Policies(state).SelectMany(Statements)];
    private readonly IReadOnlyList<string> _tags = [.. Tags(state)];

    /// <summary>Demands it of the state now.</summary>
    public void Check()
    {
        RequirePolicies();
        Assert.Subset(Tags(state).ToHashSet(), _tags.ToHashSet());
        Assert.InRange(state.CloudTrail.Trails.Count, 0, 1);
        Assert.InRange(state.S3.Buckets.Count, 0, 1);
        RequireDistinct(state.Organizations.Organization!.DelegatedAdministrators.Values.SelectMany(accounts => accounts));
        RequireDistinct(state.Iam.Roles.Select(role => role.Name));
    }

    private void RequirePolicies()
    {
        var policies = Policies(state).Select(policy => Statements(policy).ToList()).ToList();
        Assert.All(_statements, theirs => Assert.Single(policies.SelectMany(statements => statements), statement => JsonNode.DeepEquals(statement, theirs)));
        foreach (var statements in policies)
        {
            RequireDistinct(statements.Select(statement => statement.ToJsonString()));
            RequireDistinct(statements.Select(statement => (string?)statement["Sid"]).OfType<string>());
        }
    }

    // Those that nobody wants to be otherwise.
    private static IEnumerable<string> Tags(SandboxState state) =>
        state.CloudTrail.Trails.SelectMany(trail => trail.Tags).Where(tag => tag.Key == StartingPoint.ForeignTag).Select(tag => tag.Value);

    private static IEnumerable<string> Policies(SandboxState state) =>
        state.S3.Buckets.Values.Select(bucket => bucket.Policy).Concat(state.Kms.Keys.Select(key => key.Policy)).OfType<string>();

    private static IEnumerable<JsonNode> Statements(string policy) => JsonNode.Parse(policy)!["Statement"]!.AsArray().OfType<JsonNode>();

    private static void RequireDistinct(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        Assert.Equal(all.Distinct(StringComparer.Ordinal), all);
    }
}
