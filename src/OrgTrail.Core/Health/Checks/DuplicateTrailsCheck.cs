namespace OrgTrail.Health;

internal sealed class DuplicateTrailsCheck() : Check(
    "DuplicateTrails",
    "There is no second organization trail",
    "Only the first copy of management events is free: a second organization trail is paid for in every account and Region.")
{
    // AWS Control Tower user guide, "Logging AWS Control Tower actions with AWS CloudTrail".
    private const string ControlTower = "aws-controltower-BaselineCloudTrail";

    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var own = facts.Trail;
        Trail[] others = [.. (await facts.OrganizationTrails).Where(trail => trail.TrailARN != own.TrailARN)];
        if (others.Length == 0) return Finding.Pass("It is the only organization trail.");

        var observed = $"There {(others.Length == 1 ? "is another organization trail" : $"are {others.Length} other organization trails")}: {string.Join(", ", others.Select(trail => trail.TrailARN))}.";
        var finding = Array.Exists(others, trail => trail.Name == ControlTower)
            // Control Tower takes the removal of its trail for drift, and makes it again.
            ? Finding.Warn($"{observed} {ControlTower} belongs to AWS Control Tower; opt out of it in the settings of the landing zone, or do without this one.", $"Remove-OrgTrail -Trail {own.TrailARN}")
            : Finding.Warn(observed, string.Join("; ", others.Select(trail => $"Remove-OrgTrail -Trail {trail.TrailARN}")));
        return finding with { Details = [.. others.Select(trail => trail.TrailARN)] };
    }
}
