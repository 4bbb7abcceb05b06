using OrgTrail.Connection;
using OrgTrail.Keys;

namespace OrgTrail.Operations;

/// <summary>A KMS key as it is now.</summary>
/// <param name="Key">What DescribeKey shows.</param>
/// <param name="Policy">Its policy.</param>
internal sealed record LiveKey(KmsKey Key, string Policy)
{
    /// <summary>Reads a key and its policy.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="key">Id, ARN, alias or alias ARN.</param>
    /// <param name="region">Where to look for an id or an alias; the connection's Region when <see langword="null"/>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException"><c>InvalidKmsKey</c>, <c>KmsKeyNotFound</c>, <c>AccessDenied</c>.</exception>
    public static async Task<LiveKey> ReadAsync(CloudSession session, string key, string? region, CancellationToken cancellation)
    {
        ConnectionRules.RequireText("InvalidKmsKey", "KMS key", key, "-KmsKeyId");
        var keys = session.Cloud.KeysIn(KeyArn.RegionOf(key) ?? region ?? session.Cloud.Region);
        var found = await keys.DescribeAsync(key, cancellation);
        return new(found, await keys.GetPolicyAsync(found.Arn, cancellation));
    }

    /// <summary>Whether the key's material is rotated; <see langword="null"/> when that cannot be seen, or does not apply to such a key.</summary>
    public async Task<bool?> IsRotatedAsync(CloudSession session, IFeedback feedback, CancellationToken cancellation)
    {
        if (!Key.IsSymmetric || !Key.IsEnabled) return null;
        try
        {
            return await session.Cloud.KeysIn(Key.Region).IsRotatedAsync(Key.Arn, cancellation);
        }
        catch (OrgTrailException refusal) when (refusal.Problem.ErrorCode is not null)
        {
            feedback.Verbose($"Whether key {Key.Arn} is rotated cannot be seen: {refusal.Problem}");
            return null;
        }
    }
}
