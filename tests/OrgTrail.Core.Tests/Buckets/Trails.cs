using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Buckets;

/// <summary>Trails that deliver to the bucket.</summary>
internal static class Trails
{
    public static TrailDelivery Delivery(string prefix = "", string name = "acme") =>
        TrailDelivery.For(Bare.Name, prefix, "o-exampleorgid", "111111111111", "us-east-1", name);
}
