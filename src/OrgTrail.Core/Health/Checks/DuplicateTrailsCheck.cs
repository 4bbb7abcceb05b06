using OrgTrail.Trails;

namespace OrgTrail.Health;

internal sealed class DuplicateTrailsCheck() : Check(
    "DuplicateTrails",
    "There is no second organization trail",
    "Only the first copy of management events is free: a second organization trail is paid for in every account and Region.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        string[] others = [.. (await facts.Duplicates).Select(trail => trail.TrailARN)];
        return others.Length == 0
            ? Finding.Pass("No other organization trail records management events.")
            : Warn(facts.Trail, await facts.Duplicates, others) with { Details = [.. others] };
    }

    private static Finding Warn(Trail own, IReadOnlyList<Trail> duplicates, string[] others)
    {
        var observed = $"There {(others.Length == 1 ? "is another organization trail" : $"are {others.Length} other organization trails")}: {string.Join(", ", others)}.";
        // Control Tower takes the removal of its trail for drift, and makes it again.
        var towers = $"{observed} {ControlTower.TrailName} belongs to AWS Control Tower; opt out of it in the settings of the landing zone, or do without the other.";
        return own.Name == ControlTower.TrailName ? Finding.Warn(towers, Remove(others))
            : duplicates.Any(trail => trail.Name == ControlTower.TrailName) ? Finding.Warn(towers, Remove([own.TrailARN]))
            // Which one is to stay nobody knows but the user: each of them reports the others, and they may be the ones that work.
            : Finding.Warn(observed, Remove(["<ARN of the trail to do without>"]));
    }

    private static string Remove(IEnumerable<string> trails) => string.Join("; ", trails.Select(trail => $"Remove-OrgTrail -Trail {trail}"));
}
