using OrgTrail.Policies;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>
/// Who may what. The owner's account may everything that the policy does not deny; other accounts what it allows. What
/// identities may by policies of their own is not judged: all may what their account may.
/// </summary>
internal sealed class BucketAccess(SandboxContext context)
{
    // "The root user of the bucket owner's AWS account can perform these actions even if the policy explicitly denies
    // it" (Amazon S3 API reference, PutBucketPolicy). A sandbox has no other way out of a policy that denies all.
    private static readonly HashSet<string> NeverDeniedToOwner = ["s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"];

    /// <summary>Refuses a caller who may not.</summary>
    public void Require(S3Request request, SandboxBucket bucket, string key, string action)
    {
        if (!Allows(request, bucket, key, action))
            throw S3Errors.AccessDenied();
    }

    /// <summary>Whether a caller may.</summary>
    public bool Allows(S3Request request, SandboxBucket bucket, string key, string action)
    {
        var owns = request.Call.AccountId == bucket.OwnerAccountId;
        if (owns && (bucket.Policy is null || NeverDeniedToOwner.Contains(action))) return true;
        if (bucket.Policy is not { } text || Read(text) is not { } policy) return owns;
        if (!owns && policy.IsPublic && bucket.PublicAccessBlock is { RestrictPublicBuckets: true }) return false;
        var caller = S3Caller.Of(request.Call, context.State);
        var resource = $"arn:aws:s3:::{bucket.Name}" + (key.Length > 0 ? "/" + key : "");
        var decision = policy.Decide(caller, action, resource, () => CallContext.Of(request, caller, bucket, context.Clock.Now));
        return owns ? decision.Denied != Truth.True : decision.Granted == Truth.True;
    }

    // A state may be seeded with any text; what is no policy allows nothing.
    private static CallerPolicy? Read(string text)
    {
        try
        {
            return CallerPolicy.Of(text);
        }
        catch (OrgTrailException)
        {
            return null;
        }
    }
}
