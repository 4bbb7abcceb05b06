using OrgTrail.Trails;

namespace OrgTrail.Health;

internal sealed class HomeRegionCheck() : Check(
    "HomeRegion",
    "Every account has the trail's home Region",
    "Accounts that have not opted in to a trail's home Region deliver nothing to it at all, not even from other Regions.")
{
    public override Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var (trail, region) = (facts.Trail, facts.Trail.HomeRegion);
        return Task.FromResult(DefaultRegions.NeedsOptIn(region)
            ? Finding.Warn(
                $"Accounts must opt in to the home Region {region}.",
                // A trail cannot move: another one takes its place.
                $"New-OrgTrailBucketPolicy -BucketName {trail.S3BucketName} -TrailName {trail.Name}{Pasted.Prefix(trail)} -HomeRegion {DefaultRegions.Of(facts.Arn.Partition)[0]} | Set-OrgTrailBucketPolicy | New-OrgTrail -StartLogging; Remove-OrgTrail -Trail {trail.TrailARN}")
            : Finding.Pass($"Every account has the home Region {region}."));
    }
}
