using OrgTrail.Operations;
using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>What a wanted state breaks by itself, whatever is there already.</summary>
internal static class WantedTrailRules
{
    /// <summary>All faults. Name and bucket that are not given are no concern of these rules.</summary>
    public static IEnumerable<Problem> Faults(WantedTrail wanted) => ((Problem[])
    [
        .. TrailSettingsRules.Faults(wanted.Settings with { Name = Given(wanted.Name), S3BucketName = Given(wanted.S3BucketName) }),
        .. Broken(NamingRule.Region, wanted.HomeRegion),
        .. Broken(NamingRule.Region, wanted.BucketRegion),
        .. Bucket(wanted),
        .. Partitions(Places(wanted)),
        .. LogGroup(wanted),
        .. Selectors(wanted),
        .. Administrators(wanted.DelegatedAdministrators),
    ]).Distinct();

    /// <summary>What lies in another partition than the connection.</summary>
    public static IEnumerable<Problem> PartitionFaults(WantedTrail wanted, string region) =>
        Partitions([.. OfRegion("the Region of the connection,", region), .. Places(wanted)]);

    private static string? Given(string text) => text.Length == 0 ? null : text;

    private static IEnumerable<Problem> Broken(NamingRule rule, string? given) =>
        given is not null && rule.Check(given) is { } problem ? [problem] : [];

    // Region and trail have rules of their own here.
    private static IEnumerable<Problem> Bucket(WantedTrail wanted)
    {
        if (wanted.CreateBucket || wanted.Bucket == new PrepareBucket.Request(wanted.S3BucketName))
            return BucketRequestRules.Faults(wanted.Bucket, "").Where(problem => problem != NamingRule.BucketName.Check(""));
        return [WantedProblems.Contradiction(
            "Retention, archiving, expiry or access logging of the bucket are given, but not that it is to be set up.",
            "Give CreateBucket, which creates the bucket or sets up one of your own, or leave these settings out.")];
    }

    private static IEnumerable<Problem> Selectors(WantedTrail wanted) =>
    [
        .. wanted.EventSelectors is { } events ? Refusals.Of(() => EventSelectorRules.Require(events)) : [],
        .. wanted.InsightSelectors is { } insights ? Refusals.Of(() => InsightSelectorRules.Require(insights)) : [],
    ];

    // The first place settles the partition for the others.
    private static IEnumerable<Problem> Partitions(IReadOnlyList<Place> places) => places
        .Where(place => place.Partition != places[0].Partition)
        .Select(place => WantedProblems.OtherPartition(place.ToString(), place.Partition, places[0].ToString(), places[0].Partition));

    private static IReadOnlyList<Place> Places(WantedTrail wanted) =>
    [
        .. OfRegion(nameof(wanted.HomeRegion), wanted.HomeRegion),
        .. OfRegion(nameof(wanted.BucketRegion), wanted.BucketRegion),
        .. OfArn(nameof(wanted.KmsKeyId), wanted.KmsKeyId),
        .. OfArn(nameof(wanted.SnsTopicName), wanted.SnsTopicName),
        .. OfArn(nameof(wanted.CloudWatchLogsLogGroupArn), wanted.CloudWatchLogsLogGroupArn),
        .. OfArn(nameof(wanted.CloudWatchLogsRoleArn), wanted.CloudWatchLogsRoleArn),
    ];

    private static IEnumerable<Place> OfRegion(string name, string? region) =>
        region is not null && Partition.Find(region) is { } partition ? [new(name, region, partition)] : [];

    private static IEnumerable<Place> OfArn(string name, string? text) =>
        text?.Split(':') is ["arn", var partition, _, ..] && Partition.IsKnown(partition) ? [new(name, text, partition)] : [];

    // CloudTrail delivers to log groups of the trail's own Region (CloudTrail user guide, "Sending events to CloudWatch Logs").
    private static IEnumerable<Problem> LogGroup(WantedTrail wanted)
    {
        if (wanted is { HomeRegion: { } home, CloudWatchLogsLogGroupArn: { } group } && group.Split(':') is [_, _, _, var region, ..] && region != home)
            yield return WantedProblems.LogGroupElsewhere(group, home);
    }

    private static IEnumerable<Problem> Administrators(IReadOnlyList<string> accounts)
    {
        var distinct = accounts.Distinct().ToArray();
        if (distinct.Length > RegisterDelegatedAdministrator.Most) yield return WantedProblems.TooManyAdministrators(distinct.Length);
        foreach (var account in distinct)
            if (NamingRule.AccountId.Check(account) is { } problem) yield return problem;
    }

    private sealed record Place(string Name, string Value, string Partition)
    {
        public override string ToString() => $"{Name} {Value}";
    }
}
