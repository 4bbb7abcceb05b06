namespace OrgTrail.Policies;

/// <summary>Judges a key policy by evaluating it, not by comparing texts: policies of any shape pass when CloudTrail may use the key.</summary>
public static class KeyPolicyAnalysis
{
    /// <summary>Whether a key's policy lets CloudTrail encrypt a trail's files.</summary>
    /// <param name="policy">The policy as JSON; <see langword="null"/> or blank for none.</param>
    /// <param name="use">The trail and its key.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>), or larger than a key's policy can be (<c>PolicyTooLarge</c>).</exception>
    public static KeyPolicyVerdict Analyze(string? policy, TrailKeyUse use)
    {
        ArgumentNullException.ThrowIfNull(use);
        return Analyze(PolicyKind.Key.Read(policy, use.Key?.ToString()), use);
    }

    /// <summary>The same for a policy that has been read.</summary>
    internal static KeyPolicyVerdict Analyze(PolicyDocument document, TrailKeyUse use)
    {
        var judgement = Judgement.Of(document, KeyCalls.For(use));
        return new KeyPolicyVerdict
        {
            KmsKeyId = use.Key?.ToString(),
            TrailArn = use.Trail.ToString(),
            Sufficient = judgement.Sufficient,
            Missing = judgement.Missing,
            BlockedBy = judgement.BlockedBy,
            Weak = new KeyWeakness(use).FindIn(document),
            Uncertain = judgement.Uncertain,
        };
    }
}
