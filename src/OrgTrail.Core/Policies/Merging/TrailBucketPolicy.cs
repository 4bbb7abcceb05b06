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
    /// statements of ours that lack <c>aws:SourceArn</c> or name the folders of a former organization are updated; what is
    /// missing is added behind the rest. Trails that are let in already stay so. Statements of others keep their values and
    /// their order. A second merge changes nothing.
    /// </summary>
    /// <param name="existing">The policy that is there; <see langword="null"/> or blank for none.</param>
    /// <param name="wanted">The trails; all of them deliver to the same bucket.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>), or the outcome would be larger than a bucket's policy can be (<c>PolicyTooLarge</c>).</exception>
    public static MergeResult Merge(string? existing, params IReadOnlyList<TrailDelivery> wanted) => Merge(existing, null, [], wanted);

    /// <summary>
    /// The same for a caller who knows which trails exist: where one of the given trails has no statement yet, and one of its
    /// name in another home Region that exists no more has, the latter gives way; and a statement that lets in every trail is
    /// not restricted to the given ones alone when others need it.
    /// </summary>
    /// <param name="existing">The policy that is there; <see langword="null"/> or blank for none.</param>
    /// <param name="existingTrailArns">The ARNs of all trails of the management account, in every Region; <see langword="null"/> when they are not known.</param>
    /// <param name="neighbourArns">The ARNs of other trails of the management account that deliver to the bucket; <see langword="null"/> when they are not known, so that statements that let in every trail stay as they are.</param>
    /// <param name="wanted">The trails; all of them deliver to the same bucket. They need not exist yet.</param>
    /// <exception cref="OrgTrailException"><c>MalformedPolicy</c>, <c>PolicyTooLarge</c>.</exception>
    public static MergeResult Merge(
        string? existing, IReadOnlyCollection<string>? existingTrailArns, IReadOnlyCollection<string>? neighbourArns, params IReadOnlyList<TrailDelivery> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var bucket = wanted.Select(delivery => delivery.BucketName).Distinct().Single();
        var trails = GrantMerge.Existing(existingTrailArns, wanted.Select(delivery => delivery.Trail));
        return PolicyMerge.Run(PolicyKind.Bucket, bucket, existing, policy => wanted.SelectMany(delivery =>
        {
            var merge = new GrantMerge(policy, delivery.Trail, trails);
            new TrailMerge(merge, delivery, neighbourArns).Apply();
            return merge.Changes;
        }));
    }
}
