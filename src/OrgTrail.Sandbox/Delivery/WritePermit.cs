using OrgTrail.Policies;
using OrgTrail.Sandbox.Services.CloudTrail;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>Which of a trail's objects S3 takes now. Not for several threads: policies are read as they are evaluated.</summary>
internal sealed class WritePermit
{
    private readonly TrailDelivery _delivery;
    private readonly PolicyDocument? _policy;
    private readonly TrailCaller _caller;
    private readonly Encryption _encryption;

    private WritePermit(TrailDelivery delivery, TrailCaller caller, PolicyDocument? policy, Encryption encryption) =>
        (_delivery, _caller, _policy, _encryption) = (delivery, caller, policy, encryption);

    /// <summary>The permit of a trail as the state is now.</summary>
    public static WritePermit Of(SandboxTrail trail, TrailBucketAccess buckets, KeyAccess keys)
    {
        var delivery = buckets.Delivery(trail);
        var policy = buckets.Find(trail) is { } bucket && keys.Fault(trail) is null ? buckets.Policy(bucket) : null;
        var permit = new WritePermit(delivery, buckets.CallerFor(trail), policy, trail.KmsKeyId is { } key ? Encryption.WithKey(key) : Encryption.S3Managed);
        return policy is not null && permit.Grants(TrailCalls.ReadAcl(delivery, permit._caller))
            ? permit
            : new WritePermit(delivery, permit._caller, null, permit._encryption);
    }

    /// <summary>Whether an object of this key is taken.</summary>
    public bool Allows(string key) =>
        _policy is not null && Grants(TrailCalls.Put($"{_delivery.BucketArn}/{key}", _caller, _encryption));

    private bool Grants(ServiceRequest request)
    {
        var decision = PolicyEvaluator.Evaluate(_policy!, request);
        return decision.Allowed == Truth.True && decision.Denied != Truth.True;
    }
}
