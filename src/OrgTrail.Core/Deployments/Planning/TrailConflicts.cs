using OrgTrail.Operations;
using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>What of the trails that are there contradicts what is asked for.</summary>
internal static class TrailConflicts
{
    // Trails per Region; shadow trails count (CloudTrail user guide, "Quotas in AWS CloudTrail").
    private const int MostTrails = 5;

    /// <summary>Names that are taken, trails that would move, and settings that cannot be.</summary>
    public static IEnumerable<Problem> Of(DeploymentContext context) =>
        context.Wanted.Name == ControlTower.TrailName ? [DeploymentProblems.ControlTowerName()] :
        [
            .. Name(context),
            .. Room(context),
            .. context.Present is null ? [] : Conversion(context, context.Present),
            .. context.Present is null ? [] : Move(context, context.Present),
            .. LogGroup(context),
            .. Insights(context),
        ];

    private static IEnumerable<Problem> Name(DeploymentContext context)
    {
        var facts = context.Facts;
        foreach (var arn in facts.Trails.Select(trail => trail.TrailARN).Concat(facts.HiddenTrails.Select(trail => trail.TrailArn)).Select(TrailArn.Parse))
        {
            if (arn.Name != context.Arn.Name || arn == context.Arn) continue;
            if (arn.AccountId == context.Arn.AccountId && !context.AllowDuplicate)
                yield return DeploymentProblems.NameInOtherRegion(arn, context.Arn);
            // A delegated administrator's own trail of that name cannot become the organization's.
            else if (arn.AccountId != context.Arn.AccountId && arn.Region == context.Arn.Region)
                yield return DeploymentProblems.OnlyManagementConverts(arn);
        }
    }

    private static IEnumerable<Problem> Conversion(DeploymentContext context, Trail present)
    {
        if (!present.IsOrganizationTrail && !context.Facts.IsManagement)
            yield return DeploymentProblems.OnlyManagementConverts(context.Arn);
    }

    // A new trail takes a place in its Region, and one that comes to cover all Regions takes one in each.
    private static IEnumerable<Problem> Room(DeploymentContext context)
    {
        var spreads = context.Wanted.IsMultiRegionTrail && context.Present is not { IsMultiRegionTrail: true };
        string[] homes = [.. context.Facts.Trails.Select(trail => trail.HomeRegion), .. context.Facts.HiddenTrails.Select(trail => trail.HomeRegion)];
        string[] regions = [.. context.Present is null ? [context.Arn.Region] : (string[])[], .. spreads ? homes : []];
        var full = regions.Select(region => (Region: region, Names: NamesIn(context, region))).FirstOrDefault(place => place.Names.Length >= MostTrails);
        return full.Names is null ? [] : [DeploymentProblems.NoRoom(full.Region, full.Names)];
    }

    private static string[] NamesIn(DeploymentContext context, string region) =>
    [
        .. context.Facts.Trails.Where(trail => IsOther(context, trail.TrailARN) && (trail.HomeRegion == region || trail.IsMultiRegionTrail)).Select(trail => trail.Name),
        .. context.Facts.HiddenTrails.Where(trail => IsOther(context, trail.TrailArn) && trail.HomeRegion == region).Select(trail => trail.Name),
    ];

    private static bool IsOther(DeploymentContext context, string arn) => TrailArn.Parse(arn) is var other && other != context.Arn && other.AccountId == context.Arn.AccountId;

    private static IEnumerable<Problem> Move(DeploymentContext context, Trail present)
    {
        var (now, then) = (TrailSummary.Folder(present.S3BucketName, present.S3KeyPrefix), TrailSummary.Folder(context.Wanted.S3BucketName, context.Delivery.S3KeyPrefix));
        if (now != then && !context.Force) yield return DeploymentProblems.WouldMove(present, now, then);
    }

    private static IEnumerable<Problem> LogGroup(DeploymentContext context)
    {
        if (context.Wanted.Settings is not { CloudWatchLogsLogGroupArn: { Length: > 0 } group, CloudWatchLogsRoleArn: { Length: > 0 } role }) yield break;
        if (group == context.Present?.CloudWatchLogsLogGroupArn && role == context.Present.CloudWatchLogsRoleArn) yield break;
        if (Arn.Find(group)?.Region != context.Arn.Region) yield return SpecificationProblems.LogGroupElsewhere(group, context.Arn.Region);
        // CloudTrail user guide, "Sending events to CloudWatch Logs": group and role are the caller's, a delegated administrator's too.
        foreach (var (what, arn) in ((string, string)[])[("log group", group), ("role", role)])
            if (Arn.Find(arn)?.AccountId != context.Facts.CallerAccountId) yield return DeploymentProblems.LogGroupOfOtherAccount($"{what} {arn}", context.Facts.CallerAccountId);
    }

    private static IEnumerable<Problem> Insights(DeploymentContext context)
    {
        if (context.Wanted.InsightSelectors is not { } insights) yield break;
        var recorded = context.Wanted.EventSelectors ?? context.Facts.Trail?.EventSelectors ?? EventSelectors.Default;
        foreach (var problem in FaultList.Of(() => InsightSelectorRules.RequireEvents(insights, RecordedEvents.Of(recorded)))) yield return problem;
    }
}
