using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>
/// The keys that digests are signed with: each Region has its own, each is valid for 30 days as AWS's published samples
/// are, and the next begins two days before the last one ends.
/// </summary>
internal sealed class SigningKeys(SandboxState state)
{
    private const int Bits = 2048;
    private static readonly TimeSpan Validity = TimeSpan.FromDays(30);
    private static readonly TimeSpan Rotation = TimeSpan.FromDays(28);

    // A state that is put in the place of another brings its own.
    private List<SandboxSigningKey> Keys => state.CloudTrail.SigningKeys;

    /// <summary>Sees to it that Regions have the keys for all moments between two. Takes the state's gate for granted.</summary>
    public void Provide(IReadOnlyCollection<string> regions, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default)
    {
        var missing = regions.SelectMany(region => Starts(from, to).Select(start => (region, start)))
            .Where(wanted => !Keys.Exists(key => key.Region == wanted.region && key.ValidityStartTime == wanted.start));

        // To find the primes of one takes a tenth of a second.
        Keys.AddRange(missing.ToArray().AsParallel().AsOrdered().WithCancellation(cancellation).Select(wanted => Create(wanted.region, wanted.start)).ToArray());
    }

    /// <summary>The key that signs at a moment, which <see cref="Provide"/> was asked for before.</summary>
    public SandboxSigningKey At(string region, DateTimeOffset time)
    {
        var start = Start(time);
        return Keys.First(key => key.Region == region && key.ValidityStartTime == start);
    }

    /// <summary>The keys of a Region that are valid at some moment between two.</summary>
    public IEnumerable<SandboxSigningKey> Between(string region, DateTimeOffset from, DateTimeOffset to) => Keys
        .Where(key => key.Region == region && key.ValidityStartTime <= to && key.ValidityEndTime >= from)
        .OrderBy(key => key.ValidityStartTime);

    /// <summary>The key pair, ready to sign.</summary>
    public static RSA Open(SandboxSigningKey key)
    {
        var pair = RSA.Create();
        pair.ImportRSAPrivateKey(Convert.FromBase64String(key.KeyPair), out _);
        return pair;
    }

    [SuppressMessage("Security", "CA5351", Justification = "CloudTrail's fingerprints are the MD5 of the DER; they only name keys.")]
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

    private static IEnumerable<DateTimeOffset> Starts(DateTimeOffset from, DateTimeOffset to)
    {
        for (var start = Start(from); start <= to; start += Rotation)
            yield return start;
    }

    private static DateTimeOffset Start(DateTimeOffset time) =>
        DateTimeOffset.UnixEpoch + (Rotation * Math.Floor((time - DateTimeOffset.UnixEpoch) / Rotation));
}
