using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class BucketCheck() : Check(
    "Bucket",
    "The bucket exists",
    "Without its bucket a trail records nothing that lasts; and the name of a deleted bucket is free for anybody to take.")
{
    /// <summary>What a question about a bucket comes to when there is none.</summary>
    public static async Task<Finding> UnansweredAsync(TrailState state)
    {
        var missing = await MissingAsync(state);
        return Finding.Unknown(missing.Observed, $"Test-OrgTrail -Trail {state.Trail.TrailARN} -Check Bucket") with { Blocks = missing.Blocks };
    }

    public override async Task<Finding> EvaluateAsync(TrailState state) => await state.Bucket.Region is { } region
        ? Finding.Pass($"Bucket {state.Bucket.Name} lies in {region}.")
        : await MissingAsync(state);

    private static async Task<Finding> MissingAsync(TrailState state)
    {
        var (trail, name) = (state.Trail, state.Bucket.Name);
        // Where the trail's key lies: Amazon S3 encrypts with no other.
        var region = state.Key is { } key ? (await key.Region.ObserveAsync()).Value : null;
        var create = $"New-OrgTrailBucket -BucketName {name} -TrailName {trail.Name}{CommandText.S3KeyPrefix(trail)} -HomeRegion {trail.HomeRegion} -BucketRegion {region ?? trail.HomeRegion}";
        return Finding.Fail($"There is no bucket {name}.", create) with
        {
            Blocks = [new(ProblemIds.BucketNotFound, ProblemKind.NotFound, $"There is no bucket {name}.", $"Check the bucket's name, or create the bucket: {create}. Deploy-OrgTrail -CreateBucket does it, too.")],
        };
    }
}
