using System.Text.Json.Nodes;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Merging.Rights;

/// <summary>A merge takes nothing from anybody and gives nothing to anybody but the wanted trail, by our own evaluator.</summary>
public sealed class RightsAfterMergeTests
{
    private const int Policies = 1500;

    private static readonly Lazy<(string Existing, MergeResult Merged, TrailDelivery Delivery)[]> Merges = new(() =>
    [
        .. Enumerable.Range(0, Policies).AsParallel().AsOrdered().Select(seed =>
        {
            var (existing, delivery) = (new RandomBucketPolicy(seed).Text(), Example.For(prefix: seed % 3 == 0 ? "audit" : null));
            return (existing, TrailBucketPolicy.Merge(existing, delivery), delivery);
        }),
    ]);

    [Fact]
    public void The_rights_of_everybody_else_stay_exactly_as_they_are() => ForEach((existing, merged, _) =>
    {
        var (before, after) = (Caller.Ask(existing, Callers.Others), Caller.Ask(merged.Policy, Callers.Others));
        Assert.All(Callers.Others.Index(), caller => Assert.True(before[caller.Index] == after[caller.Index], $"{caller.Item}: {before[caller.Index]} became {after[caller.Index]}"));
    });

    [Fact]
    public void The_wanted_trail_gets_in_or_what_keeps_it_out_is_named() => ForEach((existing, merged, delivery) =>
    {
        var verdict = BucketPolicyAnalysis.Analyze(merged.Policy, delivery, isLive: true);
        Assert.Empty(verdict.Missing);
        Assert.Equal(verdict.Sufficient, merged.Denials.Count == 0);
        Assert.All(verdict.BlockedBy, statement => Assert.Contains(statement.ToString(), Assert.Single(merged.Denials), StringComparison.Ordinal));
        Assert.True(verdict.Sufficient || verdict.BlockedBy.Count > 0 || verdict.Uncertain.Count > 0);
        if (verdict.Sufficient) Assert.All(Caller.Ask(merged.Policy, Callers.Wanted(Prefix(delivery))), said => Assert.Equal((Truth.True, Truth.False), said));
    });

    [Fact]
    public void The_wanted_trail_loses_nothing_either() => ForEach((existing, merged, _) =>
    {
        Caller[] wanted = [.. Callers.Wanted(null), .. Callers.Wanted("audit")];
        Assert.All(
            Caller.Ask(existing, wanted).Zip(Caller.Ask(merged.Policy, wanted)),
            said => Assert.True(said.Second.Allowed >= said.First.Allowed && said.Second.Denied == said.First.Denied));
    });

    [Fact]
    public void A_second_merge_changes_nothing() => ForEach((_, merged, delivery) =>
    {
        var again = TrailBucketPolicy.Merge(merged.Policy, delivery);
        Assert.False(again.Changed);
        Assert.Same(merged.Policy, again.Policy);
        Assert.Equal(merged.WarningsFor(isLive: false), again.WarningsFor(isLive: false));
    });

    [Fact]
    public void No_trail_comes_to_stand_twice() => ForEach((existing, merged, _) =>
    {
        var before = PolicyDocument.Parse(existing).Statements;
        foreach (var statement in PolicyDocument.Parse(merged.Policy).Statements)
        {
            var added = SourceArns.Of(statement).Count(arn => arn == Example.TrailArn);
            var there = statement.Index < before.Count ? SourceArns.Of(before[statement.Index]).Count(arn => arn == Example.TrailArn) : 0;
            Assert.True(added <= Math.Max(there, 1));
        }
    });

    // A test of the tests: the policies and the callers must be of a kind that a merge which restricts is seen in.
    [Fact]
    public void A_merge_that_restricts_would_be_seen()
    {
        var seen = Enumerable.Range(0, 300).Count(seed =>
        {
            var existing = new RandomBucketPolicy(seed).Text();
            var restricted = PolicyDocument.Parse(existing);
            foreach (var statement in restricted.Statements.Where(statement => statement.Allows && SourceArns.Of(statement).Count == 0 && !statement.Conditions.Any(SourceArns.IsMeantBy)))
            {
                statement.Edit(json => json["Condition"] = JsonNode.Parse($$$"""{"StringEquals":{"aws:SourceArn":"{{{Example.TrailArn}}}"}}"""));
            }

            return !Caller.Ask(existing, Callers.Others).SequenceEqual(Caller.Ask(restricted.Minified, Callers.Others));
        });
        Assert.InRange(seen, 75, 300);
    }

    private static void ForEach(Action<string, MergeResult, TrailDelivery> property) => Parallel.For(0, Policies, seed =>
    {
        var (existing, merged, delivery) = Merges.Value[seed];
        try
        {
            property(existing, merged, delivery);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Seed {seed}: {existing}", e);
        }
    });

    private static string? Prefix(TrailDelivery delivery) => delivery.S3KeyPrefix.Length == 0 ? null : delivery.S3KeyPrefix;
}
