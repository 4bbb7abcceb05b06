using OrgTrail.Policies;

namespace OrgTrail.Buckets;

/// <summary>S3 takes no public policy where public access is blocked. It is said before S3 says it, with half of the work done.</summary>
internal static class PublicPolicyRule
{
    /// <summary>What is wrong with a policy that is about to be written.</summary>
    /// <param name="facts">The bucket as it is.</param>
    /// <param name="willBlock">Whether public access is blocked before the policy is written.</param>
    /// <param name="policy">The policy.</param>
    internal static IEnumerable<Problem> Faults(BucketFacts facts, bool willBlock, PolicyDocument policy)
    {
        if (!willBlock && facts.PublicAccessBlock.Value is not { BlockPublicPolicy: true }) yield break;
        if (PublicPolicy.Find(policy) is not { } statement) yield break;
        yield return new(
            "PublicPolicyBlocked",
            ProblemKind.InvalidState,
            $"{statement.Label} of the policy of bucket {facts.BucketName} lets everybody in, and S3 takes no such policy where public access is blocked.",
            "Limit or remove the statement, since audit logs are nobody's but yours, or choose another bucket.");
    }
}
