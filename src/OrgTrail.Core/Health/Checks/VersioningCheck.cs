namespace OrgTrail.Health;

internal sealed class VersioningCheck() : Check(
    "Versioning",
    "The bucket keeps versions",
    "Without versions an overwritten or deleted log file is gone.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts) => await facts.Bucket.Versioning switch
    {
        "Enabled" => Finding.Pass($"Bucket {facts.Bucket.Name} keeps versions."),
        var state => Finding.Warn(
            $"Versioning of bucket {facts.Bucket.Name} {(state is null ? "was never enabled" : "is suspended")}.",
            $"New-OrgTrailBucket -BucketName {facts.Bucket.Name}"),
    };
}
