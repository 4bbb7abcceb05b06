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
        var document = string.IsNullOrWhiteSpace(policy) ? PolicyDocument.Empty() : PolicyDocument.Parse(policy);
        document.RequireFitsBucket(delivery.BucketName);
        var calls = TrailCalls.For(delivery, kmsKeyId, logFileValidation).Select(call => CallDecision.Make(document, call)).ToArray();
        return new PolicyVerdict
        {
            BucketName = delivery.BucketName,
            TrailArn = delivery.Trail.ToString(),
            Sufficient = calls.All(call => call.Granted == Truth.True),
            Missing = [.. calls.Where(call => call.Allowed != Truth.True).Select(call => call.Name)],
            BlockedBy = Blocking.Find(calls),
            Weak = [.. document.Statements.SelectMany(statement => Weakness.Find(statement, delivery, document.KnowsVariables))],
            Uncertain = Doubts.Find(calls),
        };
    }
}
