using System.Security.Cryptography;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>
/// The keys that digests are signed with: each Region has its own, each is valid for 30 days as AWS's published samples
/// are, and the next begins two days before the last one ends.
/// </summary>
internal sealed class SigningKeys(CloudTrailState state)
{
    private const int Bits = 2048;
    private static readonly TimeSpan Validity = TimeSpan.FromDays(30);
    private static readonly TimeSpan Rotation = TimeSpan.FromDays(28);

    /// <summary>Sees to it that a Region has the keys for all moments between two. Takes the state's gate for granted.</summary>
    public void Provide(string region, DateTimeOffset from, DateTimeOffset to)
    {
        for (var start = Start(from); start <= to; start += Rotation)
        {
            if (!state.SigningKeys.Exists(key => key.Region == region && key.ValidityStartTime == start))
                state.SigningKeys.Add(Create(region, start));
        }
    }

    /// <summary>The key that signs at a moment, which <see cref="Provide"/> was asked for before.</summary>
    public SandboxSigningKey At(string region, DateTimeOffset time)
    {
        var start = Start(time);
        return state.SigningKeys.First(key => key.Region == region && key.ValidityStartTime == start);
    }

    /// <summary>The keys of a Region that are valid at some moment between two.</summary>
    public IEnumerable<SandboxSigningKey> Between(string region, DateTimeOffset from, DateTimeOffset to) => state.SigningKeys
        .Where(key => key.Region == region && key.ValidityStartTime <= to && key.ValidityEndTime >= from)
        .OrderBy(key => key.ValidityStartTime);

    /// <summary>The key pair, ready to sign.</summary>
    public static RSA Open(SandboxSigningKey key)
    {
        var pair = RSA.Create();
        pair.ImportRSAPrivateKey(Convert.FromBase64String(key.KeyPair), out _);
        return pair;
    }

    private static SandboxSigningKey Create(string region, DateTimeOffset start)
    {
        using var pair = RSA.Create(Bits);
        return new SandboxSigningKey
        {
            Region = region,
            ValidityStartTime = start,
            ValidityEndTime = start + Validity,
            Fingerprint = Convert.ToHexString(MD5.HashData(pair.ExportRSAPublicKey())).ToLowerInvariant(),
            KeyPair = Convert.ToBase64String(pair.ExportRSAPrivateKey()),
        };
    }

    private static DateTimeOffset Start(DateTimeOffset time) =>
        DateTimeOffset.UnixEpoch + (Rotation * Math.Floor((time - DateTimeOffset.UnixEpoch) / Rotation));
}
