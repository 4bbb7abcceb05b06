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
    public static IEnumerable<Problem> Of(DeploymentAim aim) =>
        aim.Wanted.Name == ControlTower.TrailName ? [DeploymentProblems.ControlTowerName()] :
        [
            .. Name(aim),
            .. Room(aim),
            .. aim.Present is null ? [] : Conversion(aim, aim.Present),
            .. aim.Present is null ? [] : Move(aim, aim.Present),
            .. LogGroup(aim),
            .. Insights(aim),
        ];

    private static IEnumerable<Problem> Name(DeploymentAim aim)
    {
        var facts = aim.Facts;
        foreach (var arn in facts.Trails.Select(trail => trail.TrailARN).Concat(facts.HiddenTrails.Select(trail => trail.TrailArn)).Select(TrailArn.Parse))
        {
            if (arn.Name != aim.Arn.Name || arn == aim.Arn) continue;
            if (arn.AccountId == aim.Arn.AccountId && !aim.AllowDuplicate)
                yield return DeploymentProblems.NameInOtherRegion(arn, aim.Arn);
            // A delegated administrator's own trail of that name cannot become the organization's.
            else if (arn.AccountId != aim.Arn.AccountId && arn.Region == aim.Arn.Region)
                yield return DeploymentProblems.OnlyManagementConverts(arn);
        }
    }

    private static IEnumerable<Problem> Conversion(DeploymentAim aim, Trail present)
    {
        if (!present.IsOrganizationTrail && !aim.Facts.IsManagement)
            yield return DeploymentProblems.OnlyManagementConverts(aim.Arn);
    }

    // A new trail takes a place in its Region, and one that comes to cover all Regions takes one in each.
    private static IEnumerable<Problem> Room(DeploymentAim aim)
    {
        var spreads = aim.Wanted.IsMultiRegionTrail && aim.Present is not { IsMultiRegionTrail: true };
        string[] homes = [.. aim.Facts.Trails.Select(trail => trail.HomeRegion), .. aim.Facts.HiddenTrails.Select(trail => trail.HomeRegion)];
        string[] regions = [.. aim.Present is null ? [aim.Arn.Region] : (string[])[], .. spreads ? homes : []];
        var full = regions.Select(region => (Region: region, Names: NamesIn(aim, region))).FirstOrDefault(place => place.Names.Length >= MostTrails);
        return full.Names is null ? [] : [DeploymentProblems.NoRoom(full.Region, full.Names)];
    }

    private static string[] NamesIn(DeploymentAim aim, string region) =>
    [
        .. aim.Facts.Trails.Where(trail => IsOther(aim, trail.TrailARN) && (trail.HomeRegion == region || trail.IsMultiRegionTrail)).Select(trail => trail.Name),
        .. aim.Facts.HiddenTrails.Where(trail => IsOther(aim, trail.TrailArn) && trail.HomeRegion == region).Select(trail => trail.Name),
    ];

    private static bool IsOther(DeploymentAim aim, string arn) => TrailArn.Parse(arn) is var other && other != aim.Arn && other.AccountId == aim.Arn.AccountId;

    private static IEnumerable<Problem> Move(DeploymentAim aim, Trail present)
    {
        var (now, then) = (TrailSummary.Folder(present.S3BucketName, present.S3KeyPrefix), TrailSummary.Folder(aim.Wanted.S3BucketName, aim.Delivery.S3KeyPrefix));
        if (now != then && !aim.Force) yield return DeploymentProblems.WouldMove(present, now, then);
    }

    private static IEnumerable<Problem> LogGroup(DeploymentAim aim)
    {
        if (aim.Wanted.Settings is not { CloudWatchLogsLogGroupArn: { Length: > 0 } group, CloudWatchLogsRoleArn: { Length: > 0 } role }) yield break;
        if (group == aim.Present?.CloudWatchLogsLogGroupArn && role == aim.Present.CloudWatchLogsRoleArn) yield break;
        if (group.Split(':')[3] != aim.Arn.Region) yield return SpecificationProblems.LogGroupElsewhere(group, aim.Arn.Region);
        // CloudTrail user guide, "Sending events to CloudWatch Logs": group and role are the caller's, a delegated administrator's too.
        foreach (var (what, arn) in ((string, string)[])[("log group", group), ("role", role)])
            if (arn.Split(':')[4] != aim.Facts.CallerAccountId) yield return DeploymentProblems.LogGroupOfOtherAccount($"{what} {arn}", aim.Facts.CallerAccountId);
    }

    private static IEnumerable<Problem> Insights(DeploymentAim aim)
    {
        if (aim.Wanted.InsightSelectors is not { } insights) yield break;
        var recorded = aim.Wanted.EventSelectors ?? aim.Facts.Trail?.EventSelectors ?? EventSelectors.Default;
        foreach (var problem in Refusals.Of(() => InsightSelectorRules.RequireEvents(insights, RecordedEvents.Of(recorded)))) yield return problem;
    }
}
