namespace OrgTrail.Policies;

/// <summary>Judges a bucket policy by evaluating it, not by comparing texts: policies of any shape pass when CloudTrail gets in.</summary>
public static class BucketPolicyAnalysis
{
    /// <summary>Whether a bucket's policy lets CloudTrail deliver a trail's files.</summary>
    /// <param name="policy">The policy as JSON; <see langword="null"/> or blank for a bucket without one.</param>
    /// <param name="delivery">The trail and where it delivers.</param>
    /// <param name="kmsKeyId">The trail's KMS key, as an ARN, an id or an alias; <see langword="null"/> or empty for none. Decides which encryption headers CloudTrail sends.</param>
    /// <param name="logFileValidation">Whether the trail writes digest files.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>), or larger than a bucket's policy can be (<c>PolicyTooLarge</c>).</exception>
    public static PolicyVerdict Analyze(string? policy, TrailDelivery delivery, string? kmsKeyId = null, bool logFileValidation = true)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return Analyze(PolicyKind.Bucket.Read(policy, delivery.BucketName), delivery, kmsKeyId, logFileValidation);
    }

    /// <summary>The same for a policy that has been read.</summary>
    internal static PolicyVerdict Analyze(PolicyDocument document, TrailDelivery delivery, string? kmsKeyId = null, bool logFileValidation = true)
    {
        var judgement = Judgement.Of(document, TrailCalls.For(delivery, kmsKeyId, logFileValidation));
        return new PolicyVerdict
        {
            BucketName = delivery.BucketName,
            TrailArn = delivery.Trail.ToString(),
            Sufficient = judgement.Sufficient,
            Missing = judgement.Missing,
            BlockedBy = judgement.BlockedBy,
            Weak = new BucketWeakness(delivery).FindIn(document),
            Uncertain = judgement.Uncertain,
        };
    }
}
