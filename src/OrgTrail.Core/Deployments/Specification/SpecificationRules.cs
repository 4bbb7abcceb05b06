using OrgTrail.Operations;
using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>What a wanted state breaks by itself, whatever is there already.</summary>
internal static class SpecificationRules
{
    /// <summary>Passes a specification on that has no faults.</summary>
    /// <param name="wanted">The specification.</param>
    /// <param name="found">What was found already by who read it.</param>
    /// <exception cref="OrgTrailException">There are faults: all of them are told, those that were found already first.</exception>
    public static TrailSpecification Require(TrailSpecification wanted, IReadOnlyList<Problem> found)
    {
        ProblemList.ThrowIfAny([.. found, .. Faults(wanted)]);
        return wanted;
    }

    /// <summary>Name and bucket that are not given.</summary>
    public static IEnumerable<Problem> Missing(TrailSpecification wanted)
    {
        if (wanted.Name.Length == 0) yield return SpecificationProblems.Missing(nameof(wanted.Name));
        if (wanted.S3BucketName.Length == 0) yield return SpecificationProblems.Missing(nameof(wanted.S3BucketName));
    }

    /// <summary>All other faults. Name and bucket that are not given are no concern of these rules.</summary>
    public static IEnumerable<Problem> Faults(TrailSpecification wanted) => ((Problem[])
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
    public static IEnumerable<Problem> PartitionFaults(TrailSpecification wanted, string region) =>
        Partitions([.. OfRegion("the Region of the connection,", region), .. Places(wanted)]);

    private static string? Given(string text) => text.Length == 0 ? null : text;

    private static IEnumerable<Problem> Broken(NamingRule rule, string? given) =>
        given is not null && rule.Check(given) is { } problem ? [problem] : [];

    // Region and trail have rules of their own here.
    private static IEnumerable<Problem> Bucket(TrailSpecification wanted)
    {
        if (wanted.CreateBucket || wanted.Bucket == new PrepareBucket.Request(wanted.S3BucketName))
            return BucketRequestRules.Faults(wanted.Bucket, "").Where(problem => problem != NamingRule.BucketName.Check(""));
        return [SpecificationProblems.Contradiction(
            "Retention, archiving, expiry or access logging of the bucket are given, but not that it is to be set up.",
            "Give CreateBucket, which creates the bucket or sets up one of your own, or leave these settings out.")];
    }

    private static IEnumerable<Problem> Selectors(TrailSpecification wanted) =>
    [
        .. wanted.EventSelectors is { } events ? Refusals.Of(() => EventSelectorRules.Require(events)) : [],
        .. wanted.InsightSelectors is { } insights ? Refusals.Of(() => InsightSelectorRules.Require(insights)) : [],
    ];

    // The first place settles the partition for the others.
    private static IEnumerable<Problem> Partitions(IReadOnlyList<Place> places) => places
        .Where(place => place.Partition != places[0].Partition)
        .Select(place => SpecificationProblems.OtherPartition(place.ToString(), place.Partition, places[0].ToString(), places[0].Partition));

    private static IReadOnlyList<Place> Places(TrailSpecification wanted) =>
    [
        .. OfRegion(nameof(wanted.HomeRegion), wanted.HomeRegion),
        .. OfRegion(nameof(wanted.BucketRegion), wanted.BucketRegion),
        .. TrailSetting.All.Where(setting => setting.MayBeArn).SelectMany(setting => OfArn(setting.Name, (string?)setting.Of(wanted.Settings))),
    ];

    private static IEnumerable<Place> OfRegion(string name, string? region) =>
        region is not null && Partition.Find(region) is { } partition ? [new(name, region, partition)] : [];

    private static IEnumerable<Place> OfArn(string name, string? text) =>
        text?.Split(':') is ["arn", var partition, _, ..] && Partition.IsKnown(partition) ? [new(name, text, partition)] : [];

    // CloudTrail delivers to log groups of the trail's own Region (CloudTrail user guide, "Sending events to CloudWatch Logs").
    private static IEnumerable<Problem> LogGroup(TrailSpecification wanted)
    {
        if (wanted is { HomeRegion: { } home, Settings.CloudWatchLogsLogGroupArn: { } group } && group.Split(':') is [_, _, _, var region, ..] && region != home)
            yield return SpecificationProblems.LogGroupElsewhere(group, home);
    }

    private static IEnumerable<Problem> Administrators(IReadOnlyList<string> accounts)
    {
        var distinct = accounts.Distinct().ToArray();
        if (distinct.Length > RegisterDelegatedAdministrator.Most) yield return SpecificationProblems.TooManyAdministrators(distinct.Length);
        foreach (var account in distinct)
            if (NamingRule.AccountId.Check(account) is { } problem) yield return problem;
    }

    private sealed record Place(string Name, string Value, string Partition)
    {
        public override string ToString() => $"{Name} {Value}";
    }
}
