namespace OrgTrail.Policies;

/// <summary>Judges a bucket policy by evaluating it, not by comparing texts: policies of any shape pass when CloudTrail gets in.</summary>
public static class BucketPolicyAnalysis
{
    /// <summary>Whether a bucket's policy lets CloudTrail deliver a trail's files.</summary>
    /// <param name="policy">The policy as JSON; <see langword="null"/> or blank for a bucket without one.</param>
    /// <param name="delivery">The trail and where it delivers.</param>
    /// <param name="kmsKeyId">The trail's KMS key, as an ARN, an id or an alias; <see langword="null"/> or empty for none. Decides which encryption headers CloudTrail sends.</param>
    /// <param name="logFileValidation">Whether the trail writes digest files.</param>
    /// <param name="now">When it is judged, which decides conditions on the time; <see langword="null"/> leaves them uncertain.</param>
    /// <param name="isLive">Whether the bucket has this policy, so that S3 has taken it; otherwise it is judged whether S3 would.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>), or larger than a bucket's policy can be (<c>PolicyTooLarge</c>).</exception>
    public static PolicyVerdict Analyze(
        string? policy, TrailDelivery delivery, string? kmsKeyId = null, bool logFileValidation = true, DateTimeOffset? now = null, bool isLive = false)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return Analyze(PolicyKind.Bucket.Read(policy, delivery.BucketName), delivery, kmsKeyId, logFileValidation, now, isLive);
    }

    /// <summary>The same for a policy that has been read.</summary>
    internal static PolicyVerdict Analyze(
        PolicyDocument document, TrailDelivery delivery, string? kmsKeyId = null, bool logFileValidation = true, DateTimeOffset? now = null, bool isLive = false)
    {
        CallDecisions At(DateTimeOffset? time) => CallDecisions.Of(document, TrailCalls.For(delivery, kmsKeyId, logFileValidation, time));
        var decisions = At(now);
        var invalid = isLive ? [] : BucketPolicyAcceptance.Faults(document, delivery.BucketName, delivery.Trail.Partition);
        return new PolicyVerdict
        {
            BucketName = delivery.BucketName,
            TrailArn = delivery.Trail.ToString(),
            Sufficient = decisions.Sufficient && invalid.Count == 0,
            Missing = decisions.Missing,
            NearMisses = decisions.NearMisses,
            BlockedBy = decisions.BlockedBy,
            Weak = new BucketWeakness(delivery).FindIn(document),
            Uncertain = decisions.Uncertain,
            Invalid = invalid,
            Delivers = invalid.Count == 0 && decisions.Grants(TrailCalls.AclCheck, TrailCalls.OrganizationWrite),
            SufficientUntil = decisions.Sufficient && now is { } time ? Expiry.Of(document, time, later => At(later)) : null,
            Notes = Notes(decisions, delivery),
        };
    }

    // What the folder of the management account is for is only worth a word when all the rest is well.
    private static IReadOnlyList<string> Notes(CallDecisions decisions, TrailDelivery delivery) => decisions switch
    {
        { Sufficient: true } => [],
        _ when !decisions.Grants(TrailCalls.AclCheck, TrailCalls.OrganizationWrite) => [],
        _ when decisions.GrantsProbes(TrailCalls.ManagementWrite) =>
            [$"But if it is converted to a trail of account {delivery.ManagementAccountId} alone, its files may not be let into {delivery.ManagementObjects}."],
        _ => [$"But creating, updating or converting it may be refused: CloudTrail tries {delivery.LogsArn}{delivery.ManagementAccountId}/ for that."],
    };
}
