using OrgTrail.Policies;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>Whether a trail's bucket is there and lets CloudTrail in, judged by evaluating its policy.</summary>
internal sealed class TrailBucketAccess(SandboxContext context)
{
    private static readonly string[] Account = [TrailCalls.AclCheck, TrailCalls.ManagementWrite];
    private static readonly string[] Organization = [TrailCalls.AclCheck, TrailCalls.ManagementWrite, TrailCalls.OrganizationWrite];

    /// <summary>The trail's bucket; <see langword="null"/> when it is gone.</summary>
    public SandboxBucket? Find(SandboxTrail trail) => context.State.S3.Buckets.GetValueOrDefault(trail.S3BucketName);

    /// <summary>The trail's bucket, or CloudTrail's refusal.</summary>
    public SandboxBucket Require(SandboxTrail trail) => Find(trail) ?? throw TrailRefusals.BucketDoesNotExist(trail.S3BucketName);

    /// <summary>Whether the bucket's policy certainly keeps CloudTrail from some of what it checks when a trail is created or updated.</summary>
    public bool RefusesTrail(SandboxTrail trail, PolicyDocument policy) =>
        Refuses(trail, policy, trail.LogFileValidationEnabled, withProbes: true, trail.IsOrganizationTrail ? Organization : Account);

    /// <summary>Whether the bucket's policy certainly keeps CloudTrail from delivering some of a trail's files, log files or all.</summary>
    public bool RefusesFiles(SandboxTrail trail, SandboxBucket bucket, bool withDigests) =>
        Refuses(trail, Policy(bucket), withDigests, withProbes: false, trail.IsOrganizationTrail ? [TrailCalls.AclCheck, TrailCalls.OrganizationWrite] : Account);

    /// <summary>The policy as S3 applies it now; one without statements where there is none.</summary>
    public PolicyDocument Policy(SandboxBucket bucket)
    {
        try
        {
            return context.EffectivePolicy(bucket) is { } text && !string.IsNullOrWhiteSpace(text) ? PolicyDocument.Parse(text) : PolicyDocument.Empty();
        }
        catch (OrgTrailException)
        {
            // Only a seeded state can hold a text that PutBucketPolicy would have refused: it grants nothing.
            return PolicyDocument.Empty();
        }
    }

    /// <summary>CloudTrail as it calls now on behalf of a trail.</summary>
    public TrailCaller CallerFor(SandboxTrail trail) => TrailCaller.Of(Delivery(trail)) with { Now = context.Clock.Now };

    /// <summary>Where the trail delivers. An account without an organization gets an id that no policy names.</summary>
    public TrailDelivery Delivery(SandboxTrail trail) => TrailDelivery.For(
        trail.S3BucketName,
        trail.S3KeyPrefix,
        Caller.Of(context.State, trail.OwnerAccountId, trail.HomeRegion).Organization?.Id ?? "o-0000000000",
        trail.OwnerAccountId,
        trail.HomeRegion,
        trail.Name);

    /// <summary>Whether a policy refuses a call. Where AWS's documentation leaves it open whether a Deny matches, the sandbox lets CloudTrail in.</summary>
    public static bool Refuses(PolicyDocument policy, ServiceRequest request) =>
        PolicyEvaluator.Evaluate(policy, request) is not { Allowed: Truth.True, Denied: not Truth.True };

    private bool Refuses(SandboxTrail trail, PolicyDocument policy, bool withDigests, bool withProbes, string[] calls)
    {
        return TrailCalls.For(Delivery(trail), trail.KmsKeyId, withDigests, context.Clock.Now)
            .Where(call => calls.Contains(call.Name))
            .SelectMany(call => call.Requests.Where(request => withProbes || !request.IsProbe))
            .Any(request => Refuses(policy, request.Request));
    }
}
