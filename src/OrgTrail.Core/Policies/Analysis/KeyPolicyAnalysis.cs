namespace OrgTrail.Policies;

/// <summary>Judges a key policy by evaluating it, not by comparing texts: policies of any shape pass when CloudTrail may use the key.</summary>
public static class KeyPolicyAnalysis
{
    /// <summary>Whether a key's policy lets CloudTrail encrypt a trail's files.</summary>
    /// <param name="policy">The policy as JSON; <see langword="null"/> or blank for none.</param>
    /// <param name="use">The trail and its key.</param>
    /// <param name="now">When it is judged, which decides conditions on the time; <see langword="null"/> leaves them uncertain.</param>
    /// <param name="isLive">Whether the key has this policy, so that KMS has taken it; otherwise it is judged whether KMS would.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>), or larger than a key's policy can be (<c>PolicyTooLarge</c>).</exception>
    public static KeyPolicyVerdict Analyze(string? policy, TrailKeyUse use, DateTimeOffset? now = null, bool isLive = false)
    {
        ArgumentNullException.ThrowIfNull(use);
        return Analyze(PolicyKind.Key.Read(policy, use.Key?.ToString()), use, now, isLive);
    }

    /// <summary>The same for a policy that has been read.</summary>
    internal static KeyPolicyVerdict Analyze(PolicyDocument document, TrailKeyUse use, DateTimeOffset? now = null, bool isLive = false)
    {
        CallDecisions At(DateTimeOffset? time) => CallDecisions.Of(document, KeyCalls.Needed(use, time));
        var decisions = At(now);
        // Who must mend the policy anyway is told all that CloudTrail may need.
        if (!decisions.Sufficient && use.BucketKeyEnabled is null) decisions = CallDecisions.Of(document, KeyCalls.For(use, now));
        var invalid = isLive ? [] : KeyPolicyAcceptance.Faults(document, use.Trail.Partition);
        return new KeyPolicyVerdict
        {
            KmsKeyId = use.Key?.ToString(),
            TrailArn = use.Trail.ToString(),
            Sufficient = decisions.Sufficient && invalid.Count == 0,
            Missing = decisions.Missing,
            NearMisses = decisions.NearMisses,
            BlockedBy = decisions.BlockedBy,
            Weak = new KeyWeakness(use).FindIn(document),
            Uncertain = decisions.Uncertain,
            Invalid = invalid,
            SufficientUntil = decisions.Sufficient && now is { } time ? Expiry.Of(document, time, later => At(later)) : null,
            Notes = [.. DecryptNotes(decisions, document, use, now), .. isLive ? [] : LockoutNotes(document, use)],
        };
    }

    private static string[] DecryptNotes(CallDecisions decisions, PolicyDocument policy, TrailKeyUse use, DateTimeOffset? now) =>
        use.BucketKeyEnabled is null && decisions.Sufficient && !LetsDecrypt(policy, use, now)
            ? [$"{KeyCalls.DecryptData} is not allowed for certain. CloudTrail needs it where the bucket has an S3 Bucket Key, and whether {use.BucketName ?? "the bucket"} has one is not known."]
            : [];

    // Not a fault: whoever bypasses KMS's check may put such a policy.
    private static string[] LockoutNotes(PolicyDocument policy, TrailKeyUse use) =>
        policy.Statements.Count > 0 && KeyPolicyAcceptance.LocksOut(policy, use.KeyAccountId)
            ? [$"Nobody of account {use.KeyAccountId} could change this policy again, so AWS KMS refuses it unless its safety check is bypassed: let arn:{use.Trail.Partition}:iam::{use.KeyAccountId}:root have kms:*."]
            : [];

    private static bool LetsDecrypt(PolicyDocument policy, TrailKeyUse use, DateTimeOffset? now) =>
        CallDecisions.Of(policy, KeyCalls.For(use, now)).Grants(KeyCalls.Decrypt);
}
