using OrgTrail.Buckets;
using OrgTrail.Connection;
using OrgTrail.Keys;

namespace OrgTrail.Deployments;

/// <summary>Reads the key that a trail shall use.</summary>
/// <param name="session">The connection.</param>
internal sealed class KeyReader(CloudSession session)
{
    /// <summary>Reads a key and its policy. What the caller may not see is left open.</summary>
    /// <param name="name">Id, ARN, alias or alias ARN; empty or <see langword="null"/> for none.</param>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="bucket">The bucket: an id or an alias means a key in the Region that is called, and the key must lie in the bucket's.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The key; <see langword="null"/> for none.</returns>
    public async Task<KeyFacts?> ReadAsync(string? name, TrailSpecification wanted, Task<BucketFacts> bucket, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(name)) return null;
        var region = KeyArn.RegionOf(name) ?? (await bucket).Region ?? wanted.BucketRegion ?? wanted.HomeRegion ?? session.Cloud.Region;
        var keys = session.Cloud.KeysIn(region);
        try
        {
            var key = await Sight.OfAsync<KmsKey>(keys.DescribeAsync(name, cancellation)!);
            return new(key, key.Value is { } found ? await Sight.OfAsync<string>(keys.GetPolicyAsync(found.Arn, cancellation)!) : new(null, key.Refusal));
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Kind is ProblemKind.NotFound or ProblemKind.InvalidInput)
        {
            return new(new(null, refusal.Problem), new(null, refusal.Problem)) { Missing = refusal.Problem };
        }
    }
}
