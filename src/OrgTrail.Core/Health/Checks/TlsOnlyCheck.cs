using OrgTrail.Buckets;
using OrgTrail.Trails;

namespace OrgTrail.Health;

internal sealed class TlsOnlyCheck() : Check(
    "TlsOnly",
    "The bucket refuses requests without TLS",
    "Log files that are read over plain HTTP can be read, and changed, on their way.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var bucket = facts.Bucket.Name;
        return DenyInsecureTransport.IsIn(await facts.Bucket.Policy, Arn.OfBucket(facts.Arn.Partition, bucket).ToString())
            ? Finding.Pass($"The policy of bucket {bucket} denies requests without TLS.")
            : Finding.Warn($"The policy of bucket {bucket} does not deny every request without TLS.", $"New-OrgTrailBucket -BucketName {bucket}");
    }
}
