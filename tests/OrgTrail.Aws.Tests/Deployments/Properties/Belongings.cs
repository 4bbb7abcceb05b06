using System.Text.Json.Nodes;
using System.Xml.Linq;
using OrgTrail.Policies;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>What belongs to others, and must be there after a deployment as it was before.</summary>
internal static class Belongings
{
    /// <summary>Demands it of the state now.</summary>
    public static void Check(Situation situation, SandboxState state)
    {
        RequireStatements(situation, state);
        RequireFrames(situation.Start, state);
        RequireOtherTrailsLetIn(situation.Start, state);
        RequireTags(situation, state);
        Assert.Superset(Administrators(situation.Start), Administrators(state));
        Assert.Equal(Administrators(state).Count, state.Organizations.Organization!.DelegatedAdministrators.GetValueOrDefault(TrustedAccess.CloudTrail, []).Count);
        foreach (var (name, bucket) in situation.Start.S3.Buckets) RequireBucket(bucket, state.S3.Buckets[name]);
    }

    // Each once, as it was, and in the order in which they stood.
    private static void RequireStatements(Situation situation, SandboxState state)
    {
        var (before, after) = (Policies(situation.Start), Policies(state));
        foreach (var theirs in situation.Theirs.GroupBy(statement => statement.Resource))
        {
            JsonNode[] Kept(string? policy) => [.. PolicyTexts.Statements(policy).Where(statement => theirs.Any(their => JsonNode.DeepEquals(statement, their.Statement)))];

            var (had, has) = (Kept(before[theirs.Key]), Kept(after[theirs.Key]));
            Assert.Equal(had.Select(statement => statement.ToJsonString()), has.Select(statement => statement.ToJsonString()));
        }
    }

    private static void RequireFrames(SandboxState start, SandboxState state)
    {
        var after = Policies(state);
        foreach (var (resource, policy) in Policies(start).Where(before => before.Value is not null && before.Value != after[before.Key]))
            Assert.Equal(PolicyTexts.Frame(policy), PolicyTexts.Frame(after[resource]));
    }

    // Who delivers here and was let in still is.
    private static void RequireOtherTrailsLetIn(SandboxState start, SandboxState state)
    {
        foreach (var (name, bucket) in start.S3.Buckets.Where(bucket => bucket.Value.Policy != state.S3.Buckets[bucket.Key].Policy))
            foreach (var trail in start.CloudTrail.Trails.Where(trail => trail.S3BucketName == name && trail.OwnerAccountId == Names.Management))
            {
                var delivery = TrailDelivery.For(name, trail.S3KeyPrefix, start.Organizations.Organization!.Id, Names.Management, trail.HomeRegion, trail.Name);
                if (BucketPolicyAnalysis.Analyze(bucket.Policy, delivery).Sufficient)
                    Assert.True(BucketPolicyAnalysis.Analyze(state.S3.Buckets[name].Policy, delivery).Sufficient, $"Trail {trail.Name} is no longer let in.");
            }
    }

    private static void RequireTags(Situation situation, SandboxState state)
    {
        var wanted = situation.Wanted.GetValueOrDefault("Tag") as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
        foreach (var before in situation.Start.CloudTrail.Trails)
        {
            var after = state.CloudTrail.Trails.Single(trail => (trail.Name, trail.HomeRegion, trail.OwnerAccountId) == (before.Name, before.HomeRegion, before.OwnerAccountId));
            foreach (var (key, value) in before.Tags.Where(tag => !wanted.ContainsKey(tag.Key))) Assert.Equal(value, after.Tags[key]);
        }
    }

    private static void RequireBucket(SandboxBucket before, SandboxBucket after)
    {
        Assert.Equal((before.OwnerAccountId, before.Region), (after.OwnerAccountId, after.Region));
        Assert.Equal(before.Tags, after.Tags);
        var had = Rules(before);
        if (had.Length > 0) Assert.Equal(had, Rules(after));
        Assert.False(before.ObjectLockEnabled && !after.ObjectLockEnabled);
    }

    private static string[] Rules(SandboxBucket bucket) => bucket.Configurations.TryGetValue("lifecycle", out var text)
        ? [.. XElement.Parse(text).Elements().Where(rule => rule.Elements().Any(id => id.Name.LocalName == "ID" && id.Value == "theirs")).Select(rule => string.Join("; ", rule.DescendantsAndSelf().Where(element => !element.HasElements).Select(element => $"{element.Name.LocalName} {element.Value}")))]
        : [];

    private static HashSet<string> Administrators(SandboxState state) =>
        [.. state.Organizations.Organization!.DelegatedAdministrators.GetValueOrDefault(TrustedAccess.CloudTrail, [])];

    private static Dictionary<string, string?> Policies(SandboxState state) => state.S3.Buckets.Values
        .Select(bucket => (Arn: $"arn:aws:s3:::{bucket.Name}", bucket.Policy))
        .Concat(state.Kms.Keys.Select(key => (key.Arn, (string?)key.Policy)))
        .ToDictionary(owner => owner.Arn, owner => owner.Item2);
}
