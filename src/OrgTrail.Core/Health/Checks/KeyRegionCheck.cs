namespace OrgTrail.Health;

internal sealed class KeyRegionCheck() : KeyCheck(
    "KeyRegion",
    "The KMS key lies in the bucket's Region",
    "Amazon S3 encrypts only with keys of the bucket's own Region: with another one nothing can be delivered.")
{
    protected override async Task<Finding> JudgeKeyAsync(TrailFacts facts, string key)
    {
        var bucket = facts.Bucket.Name;
        return await facts.Bucket.Region switch
        {
            null => Finding.Unknown($"There is no bucket {bucket}.", $"Test-OrgTrail -Trail {facts.Trail.TrailARN} -Check Bucket"),
            var region when region == facts.Key.Region => Finding.Pass($"Key and bucket {bucket} lie in {region}."),
            var region => Finding.Fail(
                $"Key {key} lies in {facts.Key.Region}, bucket {bucket} in {region}.",
                $"Set-OrgTrail -Trail {facts.Trail.TrailARN} -KmsKeyId <ARN of a key in {region}>"),
        };
    }
}
