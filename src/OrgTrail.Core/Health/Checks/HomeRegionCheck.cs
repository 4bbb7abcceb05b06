using OrgTrail.Trails;

namespace OrgTrail.Health;

internal sealed class HomeRegionCheck() : Check(
    "HomeRegion",
    "Every account has the trail's home Region",
    "Accounts that have not opted in to a trail's home Region deliver nothing to it at all, not even from other Regions.")
{
    public override Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var region = facts.Trail.HomeRegion;
        return Task.FromResult(DefaultRegions.NeedsOptIn(region)
            ? Finding.Warn($"Accounts must opt in to the home Region {region}.", Move(facts, DefaultRegions.Of(facts.Arn.Partition)[0]))
            : Finding.Pass($"Every account has the home Region {region}."));
    }

    // A trail cannot move: another one takes its place, and it goes when that one logs the same.
    private static string Move(TrailFacts facts, string region)
    {
        var trail = facts.Trail;
        var moved = facts.Arn with { Region = region };
        var key = facts.Key.Id is { } id ? $" -KmsKeyId {id}" : "";
        return $"New-OrgTrailBucketPolicy -BucketName {trail.S3BucketName} -TrailName {trail.Name}{Pasted.Prefix(trail)} -HomeRegion {region} | Set-OrgTrailBucketPolicy | New-OrgTrail{key} -StartLogging"
            + $" && Get-OrgTrailEventSelector -Trail {trail.TrailARN} | Set-OrgTrailEventSelector -Trail {moved}"
            + $" && Remove-OrgTrail -Trail {trail.TrailARN}";
    }
}
