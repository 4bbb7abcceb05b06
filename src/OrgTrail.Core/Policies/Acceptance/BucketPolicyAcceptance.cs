using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>
/// What S3 refuses when a policy is put (Amazon S3 user guide, "Policies and permissions in Amazon S3"). AWS documents the
/// code <c>MalformedPolicy</c>; its messages are as users report them.
/// </summary>
internal static class BucketPolicyAcceptance
{
    private const string InvalidResource = "Policy has invalid resource";

    // Keys of listings alone (Service authorization reference, "Actions, resources, and condition keys for Amazon S3").
    private static readonly string[] ListingKeys = ["s3:prefix", "s3:delimiter", "s3:max-keys"];
    private static readonly string[] ListingActions = ["s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"];

    /// <summary>Everything for which S3 would refuse a policy; empty for one that it takes, as far as that can be known here.</summary>
    /// <param name="policy">The policy as JSON text.</param>
    /// <param name="bucketName">The bucket that it is for.</param>
    /// <param name="partition">The partition that the bucket lies in, for example <c>aws</c>.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>).</exception>
    public static IReadOnlyList<PolicyFault> Faults(string? policy, string bucketName, string partition) =>
        Faults(PolicyKind.Bucket.Read(policy), bucketName, partition);

    internal static IReadOnlyList<PolicyFault> Faults(PolicyDocument policy, string bucketName, string partition) =>
        [.. CommonAcceptance.OfPolicy(policy), .. policy.Statements.SelectMany(statement => Faults(statement, Arn.OfBucket(partition, bucketName).ToString(), partition))];

    private static IEnumerable<PolicyFault> Faults(Statement statement, string bucketArn, string partition) =>
    [
        .. CommonAcceptance.OfElements(statement),
        .. CommonAcceptance.OfPrincipals(statement, partition, "Invalid principal in policy"),
        .. statement.Actions.Items.Where(action => !S3Actions.Exists(action))
            .Select(action => PolicyFault.Of(statement, UnknownAction(action), "Policy has invalid action")),
        .. statement.Resources.Items.Where(resource => !IsResource(resource, bucketArn))
            .Select(resource => PolicyFault.Of(statement, BucketResource.Describe(resource, bucketArn), InvalidResource)),
        .. Idle(statement, bucketArn),
        .. CommonAcceptance.OfConditions(statement),
        .. IdleConditions(statement),
    ];

    // A policy may only be about its own bucket; a wildcard may follow the name, not stand for it.
    internal static bool IsResource(string resource, string bucketArn) =>
        resource.StartsWith(bucketArn, StringComparison.Ordinal) && (resource.Length == bucketArn.Length || resource[bucketArn.Length] is '/' or '*');

    private static string UnknownAction(string action) =>
        !action.Contains(':', StringComparison.Ordinal) ? $"The action '{action}' lacks the prefix s3:."
        : !action.StartsWith(S3Actions.Prefix, StringComparison.OrdinalIgnoreCase) ? $"The action '{action}' is not one of Amazon S3."
        : S3Actions.Nearest(action) is { } nearest ? $"There is no action '{action}' of a bucket or its objects; '{nearest}' may be meant."
        : $"There is no action '{action}' of a bucket or its objects.";

    // Actions of buckets want the bucket among the resources, those of objects objects.
    private static IEnumerable<PolicyFault> Idle(Statement statement, string bucketArn)
    {
        if (statement.Actions.Except || statement.Resources.Except || !statement.Resources.Items.All(resource => IsResource(resource, bucketArn)))
            return [];
        var (buckets, objects) = (statement.Resources.Items.Any(BucketResource.MeansBuckets), statement.Resources.Items.Any(BucketResource.MeansObjects));
        return statement.Actions.Items
            .Where(action => S3Actions.Exists(action) && !(buckets && S3Actions.IsForBuckets(action)) && !(objects && S3Actions.IsForObjects(action)))
            .Select(action => PolicyFault.Of(
                statement,
                S3Actions.IsForBuckets(action)
                    ? $"The action {action} is about the bucket, and the resources are objects: it needs {bucketArn} as a resource."
                    : $"The action {action} is about objects, and the resource is the bucket: it needs {bucketArn}/* as a resource.",
                "Action does not apply to any resource(s) in statement"));
    }

    private static IEnumerable<PolicyFault> IdleConditions(Statement statement) =>
        statement.Actions.Except || ListingActions.Any(action => StatementEvaluator.MeansAction(statement, action))
            ? []
            : statement.Conditions
                .Where(condition => ListingKeys.Contains(condition.Key, StringComparer.OrdinalIgnoreCase))
                .Select(condition => PolicyFault.Of(
                    statement, $"The condition key {condition.Key} is of listings only, and no action lists.", "Conditions do not apply to combination of actions and resources in statement"));
}
