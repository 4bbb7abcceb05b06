using OrgTrail.Policies;

namespace OrgTrail.Health;

internal sealed class TlsOnlyCheck() : Check(
    "TlsOnly",
    "The bucket refuses requests without TLS",
    "Log files that are read over plain HTTP can be read, and changed, on their way.")
{
    public override async Task<Finding> JudgeAsync(TrailFacts facts)
    {
        var bucket = facts.Bucket.Name;
        var document = PolicyKind.Bucket.Read(await facts.Bucket.Policy);
        string[] open =
        [
            .. PlainRequests.Of($"arn:{facts.Arn.Partition}:s3:::{bucket}")
                .Where(request => PolicyEvaluator.Evaluate(document, request).Denied != Truth.True)
                .Select(request => request.Action),
        ];
        if (open.Length == 0) return Finding.Pass($"The policy of bucket {bucket} denies requests without TLS.");

        var observed = $"The policy of bucket {bucket} does not deny {string.Join(", ", open)} without TLS.";
        return Finding.Warn(observed, $"New-OrgTrailBucket -BucketName {bucket}") with { Details = [.. open] };
    }
}
