namespace OrgTrail.Health;

internal sealed class BucketCheck() : Check(
    "Bucket",
    "The bucket exists",
    "Without its bucket a trail records nothing that lasts; and the name of a deleted bucket is free for anybody to take.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var name = facts.Bucket.Name;
        return await facts.Bucket.Region is { } region
            ? Finding.Pass($"Bucket {name} lies in {region}.")
            : Finding.Fail(
                $"There is no bucket {name}.",
                // Where the trail's key lies: Amazon S3 encrypts with no other.
                $"New-OrgTrailBucket -BucketName {name} -TrailName {facts.Trail.Name}{Pasted.Prefix(facts.Trail)} -HomeRegion {facts.Trail.HomeRegion} -BucketRegion {facts.Key.Region}");
    }
}
