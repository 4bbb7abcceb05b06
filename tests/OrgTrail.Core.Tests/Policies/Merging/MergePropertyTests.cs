using System.Text.Json.Nodes;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Merging;

/// <summary>What holds for every policy, tried on many random ones.</summary>
public sealed class MergePropertyTests
{
    private const int Tries = 250;

    [Fact]
    public void A_merged_policy_lets_the_trail_in_and_a_second_merge_changes_nothing() => ForEachPolicy((existing, delivery) =>
    {
        var merged = TrailBucketPolicy.Merge(existing, delivery);
        Assert.Empty(BucketPolicyAnalysis.Analyze(merged.Policy, delivery).Missing);

        var again = TrailBucketPolicy.Merge(merged.Policy, delivery);
        Assert.False(again.Changed);
        Assert.Same(merged.Policy, again.Policy);
    });

    [Fact]
    public void Statements_that_are_not_named_in_the_changes_survive_in_value_and_order() => ForEachPolicy((existing, delivery) =>
    {
        var merged = TrailBucketPolicy.Merge(existing, delivery);
        var before = Statements(existing);
        var after = Statements(merged.Policy);
        Assert.All(before.Index(), statement => Assert.True(
            merged.Changes.Any(change => change.StartsWith($"update Statement[{statement.Index}]", StringComparison.Ordinal)) || statement.Item == after[statement.Index]));
        Assert.Equal(after.Count - before.Count, merged.Changes.Count(change => change.StartsWith("add statement ", StringComparison.Ordinal)));
        Assert.Equal(merged.Changed, merged.Changes.Count > 0);
    });

    [Fact]
    public void A_trail_that_was_let_in_by_name_still_is_when_another_one_joins() => ForEachPolicy((existing, delivery) =>
    {
        var first = TrailBucketPolicy.Merge(existing, delivery).Policy;
        var second = Example.For("joining-trail", prefix: delivery.S3KeyPrefix);
        var both = TrailBucketPolicy.Merge(first, second).Policy;
        Assert.Empty(BucketPolicyAnalysis.Analyze(both, delivery).Missing);
        Assert.Empty(BucketPolicyAnalysis.Analyze(both, second).Missing);
    });

    [Fact]
    public void New_ids_are_unique() => ForEachPolicy((existing, delivery) =>
    {
        var before = Sids(existing);
        var added = Sids(TrailBucketPolicy.Merge(existing, delivery).Policy).Skip(before.Count).ToArray();
        Assert.Equal(added.Length, added.Distinct().Except(before).Count());
    });

    private static void ForEachPolicy(Action<string, TrailDelivery> property)
    {
        for (var seed = 0; seed < Tries; seed++)
        {
            var policies = new PolicyGenerator(seed);
            var (existing, delivery) = (policies.Policy(), policies.Delivery());
            try
            {
                property(existing, delivery);
            }
            catch (Xunit.Sdk.XunitException e)
            {
                throw new InvalidOperationException($"Seed {seed}: {existing}", e);
            }
        }
    }

    private static List<string> Statements(string policy) => JsonNode.Parse(policy)!["Statement"] switch
    {
        JsonArray array => [.. array.Select(statement => statement!.ToJsonString())],
        var single => [single!.ToJsonString()],
    };

    private static List<string> Sids(string policy) =>
        [.. PolicyDocument.Parse(policy).Statements.Select(statement => statement.Sid ?? "")];
}
