using System.Security.Cryptography;
using System.Text;

namespace OrgTrail.Integrity;

/// <summary>
/// The hash tree of RFC 6962, section 2.1: leaves and nodes are told apart by a byte in front of what is hashed, so that no
/// node can be passed off as a leaf.
/// </summary>
internal static class HashTree
{
    /// <summary>The root over leaves.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leaves) => leaves.Count == 0 ? SHA256.HashData([]) : Node(leaves, 0, leaves.Count);

    /// <summary>The root over chains, in the order of account, Region and sort, in lower-case hex.</summary>
    public static string Root(IEnumerable<ProvenChain> chains) => Convert.ToHexString(Root([.. InOrder(chains).Select(chain => Encoding.UTF8.GetBytes(Text(chain)))])).ToLowerInvariant();

    /// <summary>The order of leaves.</summary>
    public static IEnumerable<ProvenChain> InOrder(IEnumerable<ProvenChain> chains) => chains
        .OrderBy(chain => chain.AccountId, StringComparer.Ordinal).ThenBy(chain => chain.Region, StringComparer.Ordinal).ThenBy(chain => chain.IsBackfill);

    /// <summary>A chain as a leaf: its parts, a line each.</summary>
    public static string Text(ProvenChain chain) => string.Join('\n', [chain.AccountId, chain.Region, chain.IsBackfill ? "backfill" : "standard", .. Lines(chain.First), .. Lines(chain.Last)]);

    private static string[] Lines(ProvenDigest? digest) => digest is null
        ? ["none"]
        : [digest.Bucket, digest.Key, digest.Hash, digest.Signature, digest.Fingerprint, DigestFindings.Text(digest.Start), DigestFindings.Text(digest.End)];

    private static byte[] Node(IReadOnlyList<byte[]> leaves, int start, int count)
    {
        if (count == 1) return SHA256.HashData([0, .. leaves[start]]);
        // The largest power of two below the number of leaves.
        var left = 1 << (31 - System.Numerics.BitOperations.LeadingZeroCount((uint)(count - 1)));
        return SHA256.HashData([1, .. Node(leaves, start, left), .. Node(leaves, start + left, count - left)]);
    }
}
