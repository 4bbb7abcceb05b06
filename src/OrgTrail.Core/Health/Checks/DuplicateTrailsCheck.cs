using OrgTrail.State;
using OrgTrail.Trails;

namespace OrgTrail.Health;

internal sealed class DuplicateTrailsCheck() : Check(
    "DuplicateTrails",
    "There is no second organization trail",
    "Only the first copy of management events is free: a second organization trail is paid for in every account and Region.")
{
    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var duplicates = await state.Duplicates;
        if (duplicates.Count == 0) return Finding.Pass("No other organization trail records management events.");
        string[] others = [.. duplicates.Select(trail => trail.TrailARN)];
        var finding = Warn(state.Trail, duplicates, others);
        return finding with { Details = [.. others], Blocks = [.. duplicates.Select(Second)], Warning = finding.Observed };
    }

    private static Finding Warn(Trail own, IReadOnlyList<Trail> duplicates, string[] others)
    {
        var observed = $"The organization has another organization trail, {string.Join(", and another, ", others)}: every event is recorded, and paid for, more than once.";
        // Control Tower takes the removal of its trail for drift, and makes it again.
        var towers = $"{observed} {ControlTower.TrailName} belongs to AWS Control Tower; opt out of it in the settings of the landing zone, or do without the other.";
        return own.Name == ControlTower.TrailName ? Finding.Warn(towers, Remove(others))
            : duplicates.Any(trail => trail.Name == ControlTower.TrailName) ? Finding.Warn(towers, Remove([own.TrailARN]))
            // Which one is to stay nobody knows but the user: each of them reports the others, and they may be the ones that work.
            : Finding.Warn(observed, Remove(["<ARN of the trail to do without>"]));
    }

    private static string Remove(IEnumerable<string> trails) => string.Join("; ", trails.Select(trail => $"Remove-OrgTrail -Trail {trail}"));

    private static Problem Second(Trail other) => other.Name == ControlTower.TrailName
        ? new(
            "ControlTowerTrail",
            ProblemKind.AlreadyExists,
            $"AWS Control Tower has set up the organization trail {other.TrailARN}, which delivers to s3://{other.S3BucketName}. A second one records every event twice, and is paid for.",
            "Use Control Tower's trail; Test-OrgTrail tells whether it is right. To have your own instead, first opt out of it in the landing zone's settings (AWS Control Tower, \"Modify settings\"). Deploy-OrgTrail -AllowDuplicate creates a second one.")
        : new(
            "SecondOrganizationTrail",
            ProblemKind.AlreadyExists,
            $"The organization has the organization trail {other.TrailARN} already, which delivers to s3://{other.S3BucketName}. A second one records every event twice, and is paid for.",
            $"Deploy under its name, -Name {other.Name} -HomeRegion {other.HomeRegion}, or remove it with Remove-OrgTrail {other.TrailARN}. Deploy-OrgTrail -AllowDuplicate creates a second one.");
}
