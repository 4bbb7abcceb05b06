using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Merging;

/// <summary>What holds for every policy of a bucket, a key or a topic, tried on many random ones.</summary>
public sealed class MergePropertyTests
{
    private const int Tries = 2000;
    private const string Second = "joining-trail";
    private static readonly string[] OwnKeys = ["aws:SourceArn", "aws:SourceAccount", "s3:x-amz-acl", "kms:EncryptionContext:aws:cloudtrail:arn"];
    private static readonly string[] OwnActions = ["s3:GetBucketAcl", "s3:PutObject", "kms:GenerateDataKey*", "kms:GenerateDataKey", "kms:DescribeKey", "kms:Decrypt", "sns:Publish"];

    private static readonly ConcurrentDictionary<(string Kind, int Seed), Lazy<(string Existing, MergeResult Merged)>> Firsts = [];

    public static TheoryData<string> Kinds { get; } = ["bucket", "key", "topic"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_merged_policy_lets_the_trail_in_unless_a_Deny_is_in_the_way(string kind) => ForEach(kind, (subject, seed, existing, merged) =>
    {
        var verdict = subject.Judge(merged.Policy, seed, Example.Trail);
        var denies = Statements(merged.Policy).Index().Where(one => one.Item["Effect"]!.GetValue<string>() == "Deny").Select(one => one.Index).ToHashSet();
        Assert.Empty(verdict.Missing);
        Assert.Equal(verdict.BlockedBy.Count == 0 && !verdict.Uncertain.Any(finding => denies.Contains(finding.Index)), verdict.Sufficient);
        Assert.True(verdict.Sufficient || denies.Count > 0);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_second_merge_changes_nothing(string kind) => ForEach(kind, (subject, seed, existing, merged) =>
    {
        var again = subject.Merge(merged.Policy, seed, [Example.Trail]);
        Assert.False(again.Changed);
        Assert.Empty(again.Changes);
        Assert.Same(merged.Policy, again.Policy);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_merge_that_changes_nothing_returns_the_very_text(string kind) => ForEach(kind, (subject, seed, existing, merged) =>
    {
        Assert.Equal(merged.Changed, merged.Changes.Count > 0);
        Assert.Equal(merged.Changed, !ReferenceEquals(existing, merged.Policy));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Statements_that_are_not_named_in_the_changes_survive_in_value_and_order(string kind) => ForEach(kind, (subject, seed, existing, merged) =>
    {
        var (before, after) = (Texts(existing), Texts(merged.Policy));
        Assert.All(before.Index(), statement => Assert.True(IsNamed(merged, statement.Index) || statement.Item == after[statement.Index]));
        Assert.Equal(after.Count - before.Count, merged.Changes.Count(change => change.StartsWith("add statement ", StringComparison.Ordinal)));
        Assert.Equal(Rest(existing), Rest(merged.Policy));
    });

    // So that the rights of nobody else can change: one value more in a list of trails lets in that trail alone.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_statement_that_is_changed_gains_the_trail_and_nothing_else(string kind) => ForEach(kind, (subject, seed, existing, merged) =>
    {
        foreach (var (was, now) in Statements(existing).Zip(Statements(merged.Policy)).Where(pair => Text(pair.First) != Text(pair.Second) && !IsForReaders(pair.First)))
        {
            var (before, after) = (new Statement(0, was), new Statement(0, now));
            Assert.Equal([.. SourceArns.Of(before), Example.TrailArn], SourceArns.Of(after));
            Assert.DoesNotContain(Example.TrailArn, SourceArns.Of(before));
            Assert.True(JsonNode.DeepEquals(SourceArns.Without(before), SourceArns.Without(after)));
        }
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Statements_of_others_are_never_changed(string kind) => ForEach(kind, (subject, seed, existing, merged) =>
    {
        var both = subject.Merge(existing, seed, [Example.Trail, Second]);
        var after = Texts(both.Policy);
        foreach (var (index, statement) in Statements(existing).Index().Where(one => IsOthers(one.Item)))
        {
            Assert.False(IsNamed(both, index));
            Assert.Equal(Text(statement), after[index]);
        }
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_trail_that_was_let_in_by_name_still_is_when_another_one_joins(string kind) => ForEach(kind, (subject, seed, existing, merged) =>
    {
        var both = subject.Merge(merged.Policy, seed, [Second]).Policy;
        Assert.Empty(subject.Judge(both, seed, Example.Trail).Missing);
        Assert.Empty(subject.Judge(both, seed, Second).Missing);
        Assert.False(subject.Merge(both, seed, [Example.Trail, Second]).Changed);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void New_ids_are_unique(string kind) => ForEach(kind, (subject, seed, existing, merged) =>
    {
        var before = Sids(existing);
        var added = Sids(merged.Policy).Skip(before.Count).ToArray();
        Assert.Equal(added.Length, added.Distinct().Except(before).Count());
    });

    private static void ForEach(string kind, Action<MergeSubject, int, string, MergeResult> property) => Parallel.For(0, Tries, seed =>
    {
        var subject = MergeSubject.Of(kind);
        var (existing, merged) = Firsts.GetOrAdd((kind, seed), _ => new(() => FirstOf(subject, seed))).Value;
        try
        {
            property(subject, seed, existing, merged);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Seed {seed}: {existing}", e);
        }
    });

    private static (string Existing, MergeResult Merged) FirstOf(MergeSubject subject, int seed)
    {
        var existing = new PolicyGenerator(seed, subject.Vocabulary).Policy();
        return (existing, subject.Merge(existing, seed, [Example.Trail]));
    }

    private static bool IsNamed(MergeResult merged, int index) =>
        merged.Changes.Any(change => change.StartsWith($"update Statement[{index}]", StringComparison.Ordinal));

    // Told apart by other means than the merge's own: whatever lets in more than CloudTrail for its own calls and trails.
    private static bool IsOthers(JsonObject statement) => !IsForReaders(statement) && (
        statement["Effect"]!.GetValue<string>() == "Deny"
        || statement.Any(member => member.Key.StartsWith("Not", StringComparison.Ordinal) && member.Key != "Note")
        || statement["Principal"]!.ToJsonString() is not ("""{"Service":"cloudtrail.amazonaws.com"}""" or """{"Service":["cloudtrail.amazonaws.com"]}""")
        || (Values(statement["Resource"]).Count() > 1 && !Values(statement["Resource"]).All(resource => resource.StartsWith(Example.BucketArn, StringComparison.Ordinal)))
        || Values(statement["Action"]).Any(action => !OwnActions.Contains(action, StringComparer.OrdinalIgnoreCase))
        || (statement["Condition"]?.AsObject() ?? []).SelectMany(comparison => comparison.Value!.AsObject()).Any(key => !OwnKeys.Contains(key.Key, StringComparer.OrdinalIgnoreCase)));

    private static bool IsForReaders(JsonObject statement) =>
        statement["Condition"]?.ToJsonString() == """{"Null":{"kms:EncryptionContext:aws:cloudtrail:arn":"false"}}""";

    private static IEnumerable<string> Values(JsonNode? node) => node switch
    {
        null => [],
        JsonArray array => array.Select(item => item!.GetValue<string>()),
        _ => [node.GetValue<string>()],
    };

    private static JsonObject[] Statements(string policy) => JsonNode.Parse(policy)!["Statement"] switch
    {
        JsonArray array => [.. array.Select(statement => statement!.AsObject())],
        var single => [single!.AsObject()],
    };

    private static List<string> Texts(string policy) => [.. Statements(policy).Select(Text)];

    // The spelling of numbers and the order of members stay in such a text.
    private static string Text(JsonObject statement) => JsonSerializer.Serialize(statement);

    private static string Rest(string policy)
    {
        var root = JsonNode.Parse(policy)!.AsObject();
        root.Remove("Statement");
        return root.ToJsonString();
    }

    private static List<string> Sids(string policy) => [.. Statements(policy).Select(statement => statement["Sid"]?.GetValue<string>() ?? "")];
}
