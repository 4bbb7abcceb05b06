using OrgTrail.Keys;
using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class KeyRegionCheck() : KeyCheck(
    "KeyRegion",
    "The KMS key lies in the bucket's Region",
    "Amazon S3 encrypts only with keys of the bucket's own Region: with another one nothing can be delivered.")
{
    /// <inheritdoc/>
    public override AskedBefore AskedBefore => AskedBefore.AnyChange;

    protected override async Task<Finding> EvaluateKeyAsync(TrailState state, KeyState key)
    {
        if (await state.Bucket.Region is not { } bucketRegion) return await BucketCheck.UnansweredAsync(state);
        var region = await key.Region;
        if (region == bucketRegion) return Finding.Pass($"Key and bucket {state.Bucket.Name} lie in {region}.");

        var problem = KeyRules.WrongRegion(key.Id, region, bucketRegion);
        return Finding.Fail(problem.What, $"Set-OrgTrail -Trail {state.Trail.TrailARN} -KmsKeyId <ARN of a key in {bucketRegion}>") with { Details = [problem], Blocks = [problem] };
    }
}
