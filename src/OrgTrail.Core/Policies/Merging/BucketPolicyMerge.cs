using OrgTrail.Buckets;

namespace OrgTrail.Policies;

/// <summary>All that OrgTrail merges into the policy of a bucket, in its order: what is given, the refusal of requests without TLS, the trails.</summary>
/// <param name="bucketName">The bucket.</param>
internal sealed class BucketPolicyMerge(string bucketName)
{
    /// <summary>A policy whose statements are wanted.</summary>
    public PolicyDocument? Given { get; init; }

    /// <summary>The bucket's ARN, where requests without TLS shall be refused.</summary>
    public string? SecuredArn { get; init; }

    /// <summary>The trails that are let in. They come last, so that what is said of them holds for the whole policy.</summary>
    public IReadOnlyList<TrailDelivery> Deliveries { get; init; } = [];

    /// <summary>The ARNs of all trails of the management account, in every Region; <see langword="null"/> when they are not known.</summary>
    public IReadOnlyCollection<string>? TrailArns { get; init; }

    /// <summary>Merges into a policy, which is changed.</summary>
    /// <exception cref="OrgTrailException">The outcome would be larger than a bucket's policy can be (<c>PolicyTooLarge</c>).</exception>
    public MergeResult Into(PolicyDocument policy) => PolicyMerge.Run(
        PolicyKind.Bucket,
        bucketName,
        policy,
        [
            document => Given is null ? [] : StatementMerge.AddMissing(document, Given, Deliveries),
            document => SecuredArn is null ? [] : DenyInsecureTransport.AddTo(document, SecuredArn),
            document => TrailBucketPolicy.LetIn(document, TrailArns, Deliveries),
        ],
        document => Deliveries.Select(delivery => MergeRemarks.Of(document, delivery)));
}
