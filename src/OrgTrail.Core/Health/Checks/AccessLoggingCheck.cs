using OrgTrail.State;
using static OrgTrail.Health.Control;

namespace OrgTrail.Health;

internal sealed class AccessLoggingCheck() : Check(
    "AccessLogging",
    "Requests to the bucket are logged",
    "Access logs tell who read log files, or tried to delete them.",
    [SecurityHub(7), .. Cis("3.4")])
{
    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var bucket = state.Bucket.Name;
        return await state.Bucket.AccessLogging is { } logging
            ? Finding.Pass($"Requests to bucket {bucket} are logged in {logging.TargetBucket}.")
            : Finding.Warn(
                $"Requests to bucket {bucket} are not logged.",
                $"New-OrgTrailBucket -BucketName {bucket} -AccessLogBucket <bucket of access logs>");
    }
}
