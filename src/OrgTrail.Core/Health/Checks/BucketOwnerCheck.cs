namespace OrgTrail.Health;

internal sealed class BucketOwnerCheck() : Check(
    "BucketOwner",
    "The bucket belongs to the organization",
    "Names of buckets are global: a bucket that was deleted and made again by a stranger still gets the logs.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var name = facts.Bucket.Name;
        if (await facts.Bucket.Region is null) return Finding.Unknown($"There is no bucket {name}.", $"Test-OrgTrail -Trail {facts.Trail.TrailARN} -Check Bucket");
        return await facts.Bucket.Owner is { } account
            ? Finding.Pass($"Bucket {name} belongs to account {account}.")
            : Finding.Fail(
                $"Bucket {name} belongs to none of the organization's accounts.",
                $"Set-OrgTrail -Trail {facts.Trail.TrailARN} -S3BucketName <bucket of your own, as New-OrgTrailBucket makes it>");
    }
}
