using OrgTrail.Operations;
using OrgTrail.Ports;
using OrgTrail.Trails;

namespace OrgTrail.State;

/// <summary>A trail and what it delivers to, as it was at one moment, or as it will be by a plan. Each fact is read when a check needs it, and once.</summary>
/// <param name="Cloud">What is around it.</param>
/// <param name="Trail">The trail.</param>
internal sealed record TrailState(CloudState Cloud, Trail Trail)
{
    private const string Administrators = "the management account or a delegated administrator for CloudTrail";

    /// <summary>The trail's ARN in its parts.</summary>
    public TrailArn Arn { get; } = TrailArn.Parse(Trail.TrailARN);

    /// <summary>Whether it logs, and how its deliveries went.</summary>
    public required Fact<TrailStatus> Status { get; init; }

    /// <summary>What it records.</summary>
    public required Fact<EventSelectors> Selectors { get; init; }

    /// <summary>Its insights.</summary>
    public required Fact<InsightSelectors> Insights { get; init; }

    /// <summary>Its tags.</summary>
    public required Fact<IReadOnlyDictionary<string, string>> Tags { get; init; }

    /// <summary>The other organization trails that the caller sees and that record management events, too.</summary>
    public required Fact<IReadOnlyList<Trail>> Duplicates { get; init; }

    /// <summary>The bucket that it delivers to.</summary>
    public required BucketState Bucket { get; init; }

    /// <summary>Its KMS key; <see langword="null"/> when it has none.</summary>
    public required KeyState? Key { get; init; }

    /// <summary>The SNS topic that is told of deliveries; <see langword="null"/> for none.</summary>
    public Destination? Topic { get; init; } = Destination.Of("SNS topic", Trail.SnsTopicARN);

    /// <summary>The log group that events are sent to; <see langword="null"/> for none.</summary>
    public Destination? LogGroup { get; init; } = Destination.Of("log group", Trail.CloudWatchLogsLogGroupArn);

    /// <summary>The role by which CloudTrail writes to the log group; <see langword="null"/> for none.</summary>
    public Destination? LogRole { get; init; } = Destination.Of("role", Trail.CloudWatchLogsRoleArn);

    /// <summary>The trail as it is. Nothing is read yet.</summary>
    public static TrailState Of(CloudState cloud, Trail trail)
    {
        var (arn, address, cancellation) = (TrailArn.Parse(trail.TrailARN), TrailFinder.AddressOf(trail), cloud.Cancellation);
        ITrails Home() => cloud.TrailsIn(arn.Region);
        var bucket = BucketState.Of(cloud, trail.S3BucketName ?? "");
        return new(cloud, trail)
        {
            Status = new($"The status of trail {trail.Name}", "cloudtrail:GetTrailStatus", Administrators, () => Home().GetStatusAsync(arn, cancellation)),
            Selectors = new($"The event selectors of trail {trail.Name}", "cloudtrail:GetEventSelectors", Administrators, () => Home().Selectors.GetEventsAsync(address, cancellation)),
            Insights = new($"The insight selectors of trail {trail.Name}", "cloudtrail:GetInsightSelectors", Administrators, () => Home().Selectors.GetInsightsAsync(address, cancellation)),
            Tags = new($"The tags of trail {trail.Name}", "cloudtrail:ListTags", Administrators, () => Home().Tags.ListAsync(arn, cancellation)),
            Duplicates = new("Whether there are other organization trails", "cloudtrail:ListTrails, cloudtrail:DescribeTrails and cloudtrail:GetEventSelectors", Administrators, () => FindDuplicatesAsync(cloud, trail)),
            Bucket = bucket,
            Key = string.IsNullOrEmpty(trail.KmsKeyId) ? null : KeyState.Of(cloud.Session, trail.KmsKeyId, async () => (await bucket.Region.ObserveAsync()).Value ?? trail.HomeRegion, cancellation),
        };
    }

    private static async Task<IReadOnlyList<Trail>> FindDuplicatesAsync(CloudState cloud, Trail own)
    {
        var duplicates = new List<Trail>();
        foreach (var trail in (await cloud.Trails).RequireComplete().Visible)
            if (trail.IsOrganizationTrail && trail.TrailARN != own.TrailARN && (await EventsOfAsync(cloud, trail)).Management)
                duplicates.Add(trail);
        return duplicates;
    }

    private static async Task<RecordedEvents> EventsOfAsync(CloudState cloud, Trail trail) =>
        RecordedEvents.Of(await cloud.TrailsIn(trail.HomeRegion).Selectors.GetEventsAsync(trail.TrailARN, cloud.Cancellation));
}
