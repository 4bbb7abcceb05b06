namespace OrgTrail.Health;

internal sealed class VersioningCheck() : Check(
    "Versioning",
    "The bucket keeps versions",
    "Without versions an overwritten or deleted log file is gone.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts) => await facts.Bucket.Versioning switch
    {
        "Enabled" => Finding.Pass($"Bucket {facts.Bucket.Name} keeps versions."),
        null => Finding.Warn($"Versioning of bucket {facts.Bucket.Name} was never enabled.", $"New-OrgTrailBucket -BucketName {facts.Bucket.Name}"),
        // What somebody has set otherwise is changed only with -Force.
        _ => Finding.Warn($"Versioning of bucket {facts.Bucket.Name} is suspended.", $"New-OrgTrailBucket -BucketName {facts.Bucket.Name} -Force"),
    };
}
