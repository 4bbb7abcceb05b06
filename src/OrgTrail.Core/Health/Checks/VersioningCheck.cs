using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class VersioningCheck() : Check(
    "Versioning",
    "The bucket keeps versions",
    "Without versions an overwritten or deleted log file is gone.")
{
    public override async Task<Finding> EvaluateAsync(TrailState state) => await state.Bucket.Versioning switch
    {
        "Enabled" => Finding.Pass($"Bucket {state.Bucket.Name} keeps versions."),
        null => Finding.Warn($"Versioning of bucket {state.Bucket.Name} was never enabled.", $"New-OrgTrailBucket -BucketName {state.Bucket.Name}"),
        // What somebody has set otherwise is changed only with -Force.
        _ => Finding.Warn($"Versioning of bucket {state.Bucket.Name} is suspended.", $"New-OrgTrailBucket -BucketName {state.Bucket.Name} -Force"),
    };
}
