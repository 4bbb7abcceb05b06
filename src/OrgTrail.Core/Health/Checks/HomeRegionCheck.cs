using OrgTrail.State;
using OrgTrail.Trails;

namespace OrgTrail.Health;

internal sealed class HomeRegionCheck() : Check(
    "HomeRegion",
    "Every account has the trail's home Region",
    "Accounts that have not opted in to a trail's home Region deliver nothing to it at all, not even from other Regions.")
{
    /// <inheritdoc/>
    public override AskedBefore AskedBefore => AskedBefore.Creation;

    public override Task<Finding> EvaluateAsync(TrailState state)
    {
        var region = state.Trail.HomeRegion;
        return Task.FromResult(WarningOf(region) is { } warning
            ? Finding.Warn(warning, Move(state, Other(region))) with { Warning = warning }
            : Finding.Pass($"Every account has the home Region {region}."));
    }

    /// <summary>What is to be said of a home Region, for trails of whatever kind; <see langword="null"/> for nothing.</summary>
    public static string? WarningOf(string region) => DefaultRegions.NeedsOptIn(region)
        ? $"Region {region} must be opted in to: accounts that have not opted in deliver nothing to a trail whose home Region it is. Prefer a Region that every account has, for example {Other(region)}."
        : null;

    private static string Other(string region) => DefaultRegions.Of(Partition.OfRegion(region))[0];

    // A trail cannot move: another one takes its place, and it goes when that one logs the same.
    private static string Move(TrailState state, string region)
    {
        var trail = state.Trail;
        var moved = state.Arn with { Region = region };
        var key = state.Key is { Id: var id } ? $" -KmsKeyId {id}" : "";
        return $"New-OrgTrailBucketPolicy -BucketName {trail.S3BucketName} -TrailName {trail.Name}{CommandText.S3KeyPrefix(trail)} -HomeRegion {region} | Set-OrgTrailBucketPolicy | New-OrgTrail{key} -StartLogging"
            + $" && Get-OrgTrailEventSelector -Trail {trail.TrailARN} | Set-OrgTrailEventSelector -Trail {moved}"
            + $" && Remove-OrgTrail -Trail {trail.TrailARN}";
    }
}
