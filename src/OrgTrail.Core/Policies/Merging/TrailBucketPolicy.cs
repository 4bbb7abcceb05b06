namespace OrgTrail.Policies;

/// <summary>The bucket policy that organization trails need: built from nothing, or merged into one that is there.</summary>
/// <remarks>CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail", the policy for an organization trail.</remarks>
internal static class TrailBucketPolicy
{
    /// <summary>
    /// Lets the given trails in. Merges by meaning: what already lets CloudTrail in stays as it is, in whatever shape;
    /// statements like ours for other trails are extended; what is missing is added behind the rest. Nothing is restricted:
    /// which trails live on a statement that lets in more than one, no policy tells, so that is said and left to its owner.
    /// Statements of others keep their values and their order. A second merge changes nothing.
    /// </summary>
    /// <param name="existing">The policy that is there; <see langword="null"/> or blank for none.</param>
    /// <param name="wanted">The trails; all of them deliver to the same bucket.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>), or the outcome would be larger than a bucket's policy can be (<c>PolicyTooLarge</c>).</exception>
    public static MergeResult Merge(string? existing, params IReadOnlyList<TrailDelivery> wanted) => Merge(existing, null, wanted);

    /// <summary>
    /// The same for a caller who knows which trails exist: where one of the given trails has no statement yet, and one of its
    /// name in another home Region that exists no more has, the latter gives way.
    /// </summary>
    /// <param name="existing">The policy that is there; <see langword="null"/> or blank for none.</param>
    /// <param name="existingTrailArns">The ARNs of all trails of the management account, in every Region; <see langword="null"/> when they are not known.</param>
    /// <param name="wanted">The trails; all of them deliver to the same bucket. They need not exist yet.</param>
    /// <exception cref="OrgTrailException"><c>MalformedPolicy</c>, <c>PolicyTooLarge</c>.</exception>
    public static MergeResult Merge(string? existing, IReadOnlyCollection<string>? existingTrailArns, params IReadOnlyList<TrailDelivery> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var bucket = wanted.Select(delivery => delivery.BucketName).Distinct().Single();
        return new BucketPolicyMerge(bucket) { Deliveries = wanted, TrailArns = existingTrailArns }.Into(PolicyKind.Bucket.Read(existing, bucket));
    }

    /// <summary>Lets the trails in, and tells what was changed for that.</summary>
    internal static IEnumerable<string> LetIn(PolicyDocument policy, IReadOnlyCollection<string>? existingTrailArns, IReadOnlyList<TrailDelivery> wanted)
    {
        var trails = GrantMerge.Existing(existingTrailArns, wanted.Select(delivery => delivery.Trail));
        return wanted.SelectMany(delivery => new GrantMerge(policy, delivery.Trail, trails).Provide(TrailGrant.For(delivery)));
    }
}
