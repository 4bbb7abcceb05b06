using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Merging;

/// <summary>A kind of policy, and the trails that random policies of it are merged with.</summary>
/// <param name="Vocabulary">What the policies are made of.</param>
/// <param name="Merge">Merges for trails of these names; the seed decides on the rest.</param>
/// <param name="Judge">Judges a policy for the trail of a name.</param>
internal sealed record MergeSubject(
    PolicyVocabulary Vocabulary,
    Func<string?, int, string[], MergeResult> Merge,
    Func<string, int, string, CallDecisions> Judge)
{
    private const string TopicArn = "arn:aws:sns:us-east-1:111111111111:trail-notifications";

    private static readonly string[] Readers = ["arn:aws:iam::333333333333:role/auditors", "444444444444"];

    internal static MergeSubject Bucket { get; } = new(
        PolicyVocabulary.Bucket,
        (existing, seed, trails) => TrailBucketPolicy.Merge(existing, [.. trails.Select(trail => Delivery(seed, trail))]),
        (policy, seed, trail) => CallDecisions.Of(PolicyKind.Bucket.Read(policy), TrailCalls.For(Delivery(seed, trail), kmsKeyId: null, logFileValidation: true)));

    internal static MergeSubject Key { get; } = new(
        PolicyVocabulary.Key,
        (existing, seed, trails) => TrailKeyPolicy.Merge(existing, [.. trails.Select(trail => Example.UseOf(trail))], seed % 2 == 0 ? Readers : null),
        (policy, _, trail) => CallDecisions.Of(PolicyKind.Key.Read(policy), KeyCalls.For(Example.UseOf(trail))));

    internal static MergeSubject Topic { get; } = new(
        PolicyVocabulary.Topic,
        (existing, _, trails) => TrailTopicPolicy.Merge(existing, [.. trails.Select(Use)]),
        (policy, _, trail) => CallDecisions.Of(PolicyKind.Topic.Read(policy), [Use(trail).Call]));

    internal static MergeSubject Of(string kind) => kind switch
    {
        "bucket" => Bucket,
        "key" => Key,
        _ => Topic,
    };

    private static TrailDelivery Delivery(int seed, string trail) => Example.For(trail, prefix: seed % 3 == 0 ? "audit" : null);

    private static TrailTopicUse Use(string trail) => TrailTopicUse.For(TopicArn, Example.Account, "us-east-1", trail, Example.Organization);
}
