using System.Text;

namespace OrgTrail.Policies;

/// <summary>The bucket policy that organization trails need: built from nothing, or merged into one that is there.</summary>
/// <remarks>CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail", the policy for an organization trail.</remarks>
public static class TrailBucketPolicy
{
    /// <summary>The policy of a bucket that serves the given trails only.</summary>
    /// <param name="wanted">The trails; all of them deliver to the same bucket.</param>
    /// <returns>JSON text, indented.</returns>
    /// <exception cref="OrgTrailException">The policy would be larger than a bucket's policy can be (<c>PolicyTooLarge</c>).</exception>
    public static string Build(params IReadOnlyList<TrailDelivery> wanted) => Merge(null, wanted).Policy;

    /// <summary>
    /// Lets the given trails in. Merges by meaning: what already lets CloudTrail in stays as it is, in whatever shape;
    /// statements of ours that are outdated or lack <c>aws:SourceArn</c> are updated; what is missing is added behind the
    /// rest. Statements of others keep their values and their order. A second merge changes nothing.
    /// </summary>
    /// <param name="existing">The policy that is there; <see langword="null"/> or blank for none.</param>
    /// <param name="wanted">The trails; all of them deliver to the same bucket.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>), or the outcome would be larger than a bucket's policy can be (<c>PolicyTooLarge</c>).</exception>
    public static MergeResult Merge(string? existing, params IReadOnlyList<TrailDelivery> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var bucket = wanted.Select(delivery => delivery.BucketName).Distinct().Single();
        var policy = string.IsNullOrWhiteSpace(existing) ? PolicyDocument.Empty() : PolicyDocument.Parse(existing);
        var changes = wanted.SelectMany(delivery => new TrailMerge(policy, delivery).Apply()).ToArray();
        policy.RequireFitsBucket(bucket);
        return new MergeResult(changes.Length == 0 ? existing! : Text(policy), changes.Length > 0, changes);
    }

    // Amazon S3 does not say whether blanks count towards its limit, so a policy near it is sent without them.
    private static string Text(PolicyDocument policy)
    {
        var indented = policy.Indented;
        return Encoding.UTF8.GetByteCount(indented) <= PolicyDocument.BucketPolicyLimit ? indented : policy.Minified;
    }
}
