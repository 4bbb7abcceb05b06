using System.Text.Json.Nodes;
using OrgTrail.Policies;
using OrgTrail.Trails;

namespace OrgTrail.Buckets;

/// <summary>
/// The statement of a bucket policy that refuses requests without TLS (S3 user guide, "Security best practices": enforce
/// encryption of data in transit; AWS Config rule s3-bucket-ssl-requests-only).
/// </summary>
internal static class DenyInsecureTransport
{
    private const string WantedSid = "DenyInsecureTransport";
    private const string EveryAction = "s3:*";
    private const string SecureTransport = "aws:SecureTransport";

    /// <summary>Whether a policy refuses every request without TLS to the bucket and to its objects, by whatever statements.</summary>
    /// <param name="policy">The policy as JSON; <see langword="null"/> or blank for none.</param>
    /// <param name="bucketArn">The bucket's ARN.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>).</exception>
    public static bool IsIn(string? policy, string bucketArn) => IsIn(PolicyKind.Bucket.Read(policy), bucketArn);

    /// <summary>Adds the statement to a policy that lacks it. Nothing that is there is changed.</summary>
    /// <param name="existing">The policy that is there; <see langword="null"/> or blank for none.</param>
    /// <param name="bucketArn">The bucket's ARN.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>).</exception>
    public static MergeResult Merge(string? existing, string bucketArn)
    {
        var bucketName = Arn.Find(bucketArn)?.Resource ?? bucketArn;
        return new BucketPolicyMerge(bucketName) { SecuredArn = bucketArn }.Into(PolicyKind.Bucket.Read(existing, bucketName));
    }

    /// <summary>Adds the statement where it is lacking, and tells so.</summary>
    internal static IEnumerable<string> AddTo(PolicyDocument policy, string bucketArn)
    {
        if (IsIn(policy, bucketArn)) return [];
        var sid = Sids.Unique(policy, WantedSid);
        policy.Append(Statement(sid, bucketArn));
        return [$"add statement {sid}"];
    }

    private static bool IsIn(PolicyDocument policy, string bucketArn)
    {
        SymbolicText objects = bucketArn + "/";
        return new[] { bucketArn, objects + SymbolicText.Anything }
            .All(resource => policy.Statements.Any(statement => Refuses(statement, resource)));
    }

    private static bool Refuses(Statement statement, SymbolicText resource) =>
        !statement.Allows
        && statement.Principals is { Except: false, Items: var principals } && principals.Any(PrincipalMatch.IsAnybody)
        && statement.Actions is { Except: false, Items: var actions } && actions.Any(action => action is "*" or "s3:*" or "S3:*")
        && statement.Resources is { Except: false, Items: var resources } && resources.Any(item => Glob.Parse(item).Match(resource) == Truth.True)
        && statement.Conditions.All(IsMetWithoutTls);

    private static bool IsMetWithoutTls(Condition condition) =>
        condition.Operator is "Bool" or "BoolIfExists"
        && string.Equals(condition.Key, SecureTransport, StringComparison.OrdinalIgnoreCase)
        && condition.Values.Contains("false", StringComparer.OrdinalIgnoreCase);

    private static JsonObject Statement(string sid, string bucketArn) => new()
    {
        ["Sid"] = sid,
        ["Effect"] = "Deny",
        ["Principal"] = "*",
        ["Action"] = EveryAction,
        ["Resource"] = new JsonArray(bucketArn, bucketArn + "/*"),
        ["Condition"] = new JsonObject { ["Bool"] = new JsonObject { [SecureTransport] = "false" } },
    };
}
