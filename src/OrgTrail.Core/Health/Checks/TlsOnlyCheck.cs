using OrgTrail.Buckets;
using OrgTrail.State;

namespace OrgTrail.Health;

internal sealed class TlsOnlyCheck() : Check(
    "TlsOnly",
    "The bucket refuses requests without TLS",
    "Log files that are read over plain HTTP can be read, and changed, on their way.")
{
    public override async Task<Finding> EvaluateAsync(TrailState state)
    {
        var bucket = state.Bucket.Name;
        return TransportDenial.IsIn(await state.Bucket.Policy, $"arn:{state.Arn.Partition}:s3:::{bucket}")
            ? Finding.Pass($"The policy of bucket {bucket} denies requests without TLS.")
            : Finding.Warn($"The policy of bucket {bucket} does not deny every request without TLS.", $"New-OrgTrailBucket -BucketName {bucket}");
    }
}
