using OrgTrail.Connection;
using OrgTrail.Keys;
using OrgTrail.Ports;

namespace OrgTrail.State;

/// <summary>A KMS key. It may belong to another account than the trail.</summary>
/// <param name="Id">Id, ARN, alias or alias ARN.</param>
internal sealed record KeyState(string Id)
{
    /// <summary>The Region that it is looked for in: the one in its ARN, or else the bucket's, since an id and an alias mean a key in the Region that is called.</summary>
    public required Fact<string> Region { get; init; }

    /// <summary>The key itself.</summary>
    public required Fact<KmsKey> Description { get; init; }

    /// <summary>The key's policy.</summary>
    public required Fact<string> Policy { get; init; }

    /// <summary>Whether the key has that policy, so that KMS has taken it; otherwise it is planned.</summary>
    public bool IsPolicyLive { get; init; } = true;

    /// <summary>Whether KMS changes the key's material by itself.</summary>
    public required Fact<bool> IsRotated { get; init; }

    /// <summary>A key that somebody named. Nothing is read yet.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="id">Id, ARN, alias or alias ARN.</param>
    /// <param name="cancellation">Ends every read.</param>
    /// <param name="region">Where an id or an alias is looked for; in the connection's Region when <see langword="null"/>.</param>
    /// <exception cref="OrgTrailException"><c>InvalidKmsKey</c>.</exception>
    public static KeyState Of(CloudSession session, string id, CancellationToken cancellation, string? region = null)
    {
        ConnectionRules.RequireText("InvalidKmsKey", "KMS key", id, "-KmsKeyId");
        return Of(session, id, () => Task.FromResult(region ?? session.Cloud.Region), cancellation);
    }

    /// <summary>The key as it is. Nothing is read yet.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="id">Id, ARN, alias or alias ARN.</param>
    /// <param name="elsewhere">Where an id or an alias is looked for.</param>
    /// <param name="cancellation">Ends every read.</param>
    public static KeyState Of(CloudSession session, string id, Func<Task<string>> elsewhere, CancellationToken cancellation)
    {
        const string Holder = "the account that owns the key";
        var region = new Fact<string>($"The Region of key {id}", "s3:ListBucket", "the account that owns the bucket", async () => KeyArn.RegionOf(id) ?? await elsewhere());
        async Task<IKeys> Kms() => session.Cloud.KeysIn(await region);

        var description = new Fact<KmsKey>($"Key {id}", "kms:DescribeKey", Holder, async () => await (await Kms()).DescribeAsync(id, cancellation));
        // GetKeyPolicy takes no alias.
        async Task<string> Arn() => KeyArn.IsMeantBy(id) ? id : (await description).Arn;
        return new(id)
        {
            Region = region,
            Description = description,
            Policy = new($"The policy of key {id}", "kms:GetKeyPolicy", Holder, async () => await (await Kms()).GetPolicyAsync(await Arn(), cancellation)),
            IsRotated = new($"Whether key {id} is rotated", "kms:GetKeyRotationStatus", Holder, async () => await (await Kms()).IsRotatedAsync(await Arn(), cancellation)),
        };
    }
}
