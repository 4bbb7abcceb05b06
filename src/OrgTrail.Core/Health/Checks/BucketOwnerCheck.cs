using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class BucketOwnerCheck() : Check(
    "BucketOwner",
    "The bucket belongs to the organization",
    "Names of buckets are global: a bucket that was deleted and made again by a stranger still gets the logs.")
{
    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var name = state.Bucket.Name;
        if (await state.Bucket.Region is null) return await BucketCheck.UnansweredAsync(state);
        return await state.Bucket.Owner is { } account
            ? Finding.Pass($"Bucket {name} belongs to account {account}.")
            : Finding.Fail(
                $"Bucket {name} belongs to none of the organization's accounts.",
                $"Set-OrgTrail -Trail {state.Trail.TrailARN} -S3BucketName <bucket of your own, as New-OrgTrailBucket makes it>");
    }
}
